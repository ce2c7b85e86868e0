"""The documents on the plan: their entries in the catalogue of documents."""

from fosdesk.reports.document_kind import DocumentKind

PLAN_DOCUMENTS = (
    DocumentKind(
        "milestone_plan",
        "Milestone plan",
        "The table of when, what, how, content and who is responsible, in your own semesters; with what was moved, and "
        "why.",
        "plan.milestone_plan",
        brief=True,
        paper="A4 on its side",
    ),
    DocumentKind(
        "timeline",
        "Time line",
        "Phases, milestones, meetings, initiatives and evaluations over the years, as a figure and as a table.",
        "plan.timeline",
        brief=True,
    ),
    DocumentKind(
        "annual_wheel",
        "Year wheel",
        "The school year with its fixed dates, routines, regular talks and evaluations, as a wheel and as a table with "
        "how you do it and who sees to it.",
        "plan.annual_wheel",
        brief=True,
    ),
    DocumentKind(
        "annual_wheel_a3",
        "Year wheel for the wall",
        "The wheel of the school year large on A3, so that it can be read from where people stand, with the routines "
        "below it.",
        "plan.annual_wheel:wall",
        brief=True,
        paper="A3",
    ),
    DocumentKind(
        "half_year_plan",
        "Plan for the half-year",
        "One page on the half-year: what you want to have reached, and what comes in each month.",
        "plan.half_year_plan",
        brief=True,
        one_page=True,
    ),
)
