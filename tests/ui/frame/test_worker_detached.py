"""Work in a folder that never answers keeps nobody waiting, and what it raises is not lost."""

from threading import Event, Thread

import pytest

from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.ui.frame.worker import DetachedWork, NoAnswer
from tests.patience import LIMIT

SECONDS = LIMIT / 1000  # of patience


class Fault(Exception):
    """Something that nobody foresaw."""


def hold(answers: Event) -> None:
    answers.wait(SECONDS)


def test_whoever_waits_sees_the_end_and_the_fault() -> None:
    work, done = DetachedWork("copying"), list[int]()
    work.run(lambda pace: done.append(1), NO_HURRY, SECONDS)
    assert done == [1]

    def fail(pace: Pace) -> None:
        raise Fault

    with pytest.raises(Fault):
        work.run(fail, NO_HURRY, SECONDS)
    assert not work.hangs
    work.run(lambda pace: done.append(2), NO_HURRY, SECONDS)
    assert done == [1, 2]


def test_work_that_is_not_heard_of_is_given_up_and_does_not_run_twice() -> None:
    work, answers, done = DetachedWork("copying"), Event(), list[str]()

    def hang(pace: Pace) -> None:
        answers.wait(SECONDS)
        pace()
        done.append("too late")

    for _ in range(2):
        with pytest.raises(NoAnswer):
            work.run(hang, NO_HURRY, 0)
        assert work.hangs
    work.stop(0)
    answers.set()
    work.stop(SECONDS)
    assert not work.hangs
    work.run(lambda pace: done.append("then"), NO_HURRY, SECONDS)
    assert done == ["then"], "what was given up stops at its next word"


def test_work_that_is_heard_of_is_waited_for() -> None:
    work, pace, heard = DetachedWork("copying"), Pace(), list[int]()

    def act(own: Pace) -> None:
        for step in range(3):
            own(step, 3)
            while pace.done < step:  # whoever waits passes it on
                hold_a_moment.wait(0.001)
            heard.append(pace.of)

    hold_a_moment = Event()
    work.run(act, pace, SECONDS)
    assert heard[1:] == [3, 3]


def test_whoever_is_stopped_waits_no_longer() -> None:
    work, answers, ended = DetachedWork("copying"), Event(), list[str]()
    pace = Pace()

    def wait() -> None:
        try:
            work.run(lambda _: hold(answers), pace, SECONDS)
        except Stopped:
            ended.append("stopped")

    waiting = Thread(target=wait)
    waiting.start()
    pace.stop()
    waiting.join(SECONDS)
    assert ended == ["stopped"]
    assert work.hangs
    answers.set()
    work.stop(SECONDS)
    assert not work.hangs
