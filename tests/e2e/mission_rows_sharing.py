"""The rows of the mission about other schools, research, and what a school adds to its description."""

from tests.e2e.mission_rows import FieldRow, ToolRow

SCHOOLS = "Skoler og nettverk"
SHARING, RESEARCH = "Nettverk og deling", "Forskning"
SHARING_TOOL_ROWS = (
    ToolRow(
        {"K18": "nettverk", "K19": "nettverk", "K20": "nettverk"},
        "network",
        (SCHOOLS, SHARING, "Nytt nettverk"),
        ("name", "purpose", "schools", "topic"),
        "network_cards",
    ),
    ToolRow(
        {"K21": "erfaring", "A29": "erfaring"},
        "experience_card",
        (SCHOOLS, SHARING, "Erfaringer"),
        ("what", "with_whom", "text"),
        "network_cards",
        begin="Ny erfaring",
    ),
    ToolRow(
        {"A31": "pulje", "M16": "pulje", "D21": "pulje", "K24": "pulje"},
        "cohort",
        (SCHOOLS, SHARING, "Puljer"),
        ("name", "schools", "condition"),
        "network_cards",
        begin="Ny pulje",
    ),
    ToolRow(
        {"A9": "studie", "A10": "studie", "D10": "studie", "D11": "studie", "D12": "studie"},
        "study",
        (SCHOOLS, RESEARCH, "Ny studie"),
        ("what", "purpose", "consent", "shared"),
        "research_sheet",
    ),
)
SHARING_FIELD_ROWS = (
    FieldRow(
        {"A30": "erfaring", "K5": "erfaring"},
        "experience_pack",
        (SCHOOLS, SHARING, "Erfaringspakke"),
        ("greeting", "mentor", "advice", "reach"),
        "experience_pack",
    ),
)
