using SupplyChain.Access;

namespace SupplyChain.Planner.Integrations;

/// <summary>How keys and roles are shown.</summary>
internal static class KeyLooks
{
    private const int MostNamed = 3;
    private static readonly TimeSpan ExpiryThreshold = TimeSpan.FromDays(14);

    /// <summary>Whether a key is accepted, and for how long still.</summary>
    public static Look Of(KeyDetails key, DateTimeOffset now) => key switch
    {
        { RevokedAt: not null } => new("Revoked", "st-rejected", "bad"),
        { ExpiresAt: { } end } when end <= now => new("Expired", "st-cancelled", "idle"),
        { ExpiresAt: { } end } when end - now < ExpiryThreshold =>
            new($"Expires in {Words.Age(end - now)}", "pr-atrisk", "warn"),
        _ => new("Accepted", "st-delivered", "good"),
    };

    /// <summary>A role's name.</summary>
    public static string Word(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>The warehouses that a key is limited to, behind its role; empty when it is not.</summary>
    public static string Within(KeyDetails key) => key.Warehouses.Count switch
    {
        0 => "",
        <= MostNamed => $" for {string.Join(", ", key.Warehouses)}",
        var many => $" for {Words.Count(many, "warehouse")}",
    };

    /// <summary>What a role is for.</summary>
    public static string For(Role role) => role switch
    {
        Role.Viewer => "looks at everything and changes nothing",
        Role.Planner => "places and changes orders and stock, attends to exceptions, closes warehouses",
        Role.Integrator => "an ERP system: writes documents and master data, reads events, sets up webhooks",
        Role.Operator => "runs the cluster: metrics, dashboard, drain, verify, upgrade",
        _ => "everything, keys included",
    };
}
