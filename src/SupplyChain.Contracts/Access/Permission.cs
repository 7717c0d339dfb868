namespace SupplyChain.Access;

/// <summary>What a call needs of its caller.</summary>
[GenerateSerializer, Alias("permission")]
public enum Permission
{
    /// <summary>Nothing: it is how a caller signs in.</summary>
    None = 0,

    /// <summary>To look at entities, lists, figures and the feed.</summary>
    Read = 1,

    /// <summary>To write documents and master data: orders, receipts, milestones, products, imports.</summary>
    Write = 2,

    /// <summary>To do what planners do: attend to exceptions, close warehouses, save views.</summary>
    Plan = 3,

    /// <summary>
    /// To run the cluster: drain, verify, rebuild, upgrade, dashboard, metrics. Callers of the home tenant alone may.
    /// </summary>
    Operate = 4,

    /// <summary>To create and revoke keys.</summary>
    Administer = 5,

    /// <summary>To set up what other systems are told: webhooks.</summary>
    Integrate = 6,

    /// <summary>
    /// To govern a tenant's data: the audit trail, erasing, what it used and may use. It is about the own tenant.
    /// </summary>
    Govern = 7,
}

/// <summary>What each role may do.</summary>
public static class RolePermissions
{
    /// <summary>Whether a role includes a permission.</summary>
    public static bool May(this Role role, Permission permission) => permission switch
    {
        Permission.None or Permission.Read => true,
        Permission.Write => role is Role.Planner or Role.Integrator or Role.Admin,
        Permission.Plan => role is Role.Planner or Role.Admin,
        Permission.Operate or Permission.Govern => role is Role.Operator or Role.Admin,
        Permission.Administer => role is Role.Admin,
        Permission.Integrate => role is Role.Integrator or Role.Admin,
        _ => false,
    };
}
