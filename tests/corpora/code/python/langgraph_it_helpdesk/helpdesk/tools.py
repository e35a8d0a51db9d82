import requests
from langchain_core.tools import tool

INVENTORY = "http://inventory.internal:8080"


@tool
def device_of(employee: str) -> dict:
    """The device that an employee holds."""
    return requests.get(f"{INVENTORY}/devices", params={"employee": employee}, timeout=5).json()


@tool
def reset_password(employee: str) -> str:
    """Send a new password to an employee."""
    from keycloak import KeycloakAdmin

    admin = KeycloakAdmin(server_url="https://sso.acme.com", realm_name="staff")
    admin.set_user_password(user_id=employee, password="changeme", temporary=True)
    return "done"


ALL_TOOLS = [device_of, reset_password]
