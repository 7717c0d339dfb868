namespace SupplyChain.Access;

/// <summary>What a key is for; <see cref="RolePermissions"/> says what each may do. The numbers are stable.</summary>
[GenerateSerializer, Alias("role")]
public enum Role
{
    /// <summary>Looks at everything and changes nothing.</summary>
    Viewer = 1,

    /// <summary>Plans: places and changes documents, attends to exceptions, closes warehouses.</summary>
    Planner = 2,

    /// <summary>An ERP system: writes documents and master data and reads the feed.</summary>
    Integrator = 3,

    /// <summary>Runs the cluster: dashboard, metrics, drain, verify, rebuild, upgrade.</summary>
    Operator = 4,

    /// <summary>Everything, keys included.</summary>
    Admin = 5,
}
