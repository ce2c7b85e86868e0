"""The ids of records of which a school has one."""

from fosdesk.domain.records.networks import PACK_ID
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.planning import CONSOLIDATION_ID
from fosdesk.domain.records.privacy_decisions import RETENTION_ID
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.records.school_profile import PROFILE_ID

SINGLE_RECORDS = (PROFILE_ID, WORK_GROUP_ID, TIME_PLAN_ID, RETENTION_ID, PACK_ID, CONSOLIDATION_ID)
