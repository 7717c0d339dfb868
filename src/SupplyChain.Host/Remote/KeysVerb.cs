using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Access;
using SupplyChain.Host.Nodes;
using SupplyChain.Network;

namespace SupplyChain.Host.Remote;

/// <summary>
/// <c>supplychain keys</c>: creates, lists and revokes keys; at a running node, or offline for the first admin.
/// </summary>
internal static class KeysVerb
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create(Option<bool> json) =>
        new("keys", "Create, list and revoke the keys that callers show.")
        {
            CreateKeyVerb(json), ListVerb(json), RevokeVerb(json),
        };

    private static Command CreateKeyVerb(Option<bool> json)
    {
        var role = new Option<Role>("--role")
        {
            Description = "What it may do: viewer, planner, integrator, operator or admin.", HelpName = "ROLE",
            Required = true,
        }.TakesOneOf();
        var name = new Option<string>("--name")
        {
            Description = "Who or what is to use it; the history of entities shows it.", HelpName = "TEXT",
            Required = true,
        }.TakesName();
        var expires = new Option<int?>("--expires")
        {
            Description = "After how many days it is refused; it does not expire without.", HelpName = "DAYS",
        }.TakesNumber(1, CreateKey.MaxDays);
        var warehouses = new Option<string[]>("--warehouse")
        {
            Description = "A warehouse that it is limited to, of a viewer or planner; may repeat.", HelpName = "ID",
        }.TakesEach("a warehouse's id", IsId);
        var tenant = Tenant();
        return NodeOrDataVerb.Create(
            json, "create", "Create a key and print it, this once.", [role, name, expires, warehouses, tenant],
            (line, data, node, cancellationToken) =>
            {
                var command = new CreateKey(
                    line.GetRequiredValue(name), line.GetValue(role), line.GetValue(expires),
                    (line.GetValue(warehouses) ?? []).Select(WarehouseId.Of).ToItems());
                return data is null
                    ? PostAsync(node!, command, line.GetValue(tenant), cancellationToken)
                    : CreateOfflineAsync(data, command, line.GetValue(tenant), cancellationToken);
            }, makesData: true);
    }

    private static Command ListVerb(Option<bool> json)
    {
        var tenant = Tenant();
        return NodeOrDataVerb.Create(
            json, "list", "List the keys, revoked and expired ones included.", [tenant],
            async (line, data, node, cancellationToken) =>
            {
                var whose = line.GetValue(tenant);
                if (data is null)
                {
                    var answer = await node!.GetAsync<Listed>($"keys{Query(whose)}", cancellationToken);
                    return (answer.Json, answer.Value.Items.Select(Line));
                }
                var owner = await OwnerAsync(data, whose, cancellationToken);
                var keys = (await data.Keys.ListAsync(owner, cancellationToken)).Select(Shown.Of).ToArray();
                return (JsonSerializer.Serialize(new Listed(keys), Wire), keys.Select(Line));
            });
    }

    private static Command RevokeVerb(Option<bool> json)
    {
        var id = new Argument<string>("ID")
        {
            Description = "The key as 'keys list' shows it: 12 characters, with or without sc_.",
        };
        var tenant = Tenant();
        var verb = NodeOrDataVerb.Create(
            json, "revoke", "Revoke a key: five seconds later no node accepts it.", [tenant],
            async (line, data, node, cancellationToken) =>
            {
                var key = IdOf(line.GetRequiredValue(id));
                var whose = line.GetValue(tenant);
                if (data is null)
                {
                    var answer = await node!.DeleteAsync<Shown>($"keys/{key}{Query(whose)}", cancellationToken);
                    return (answer.Json, [$"{answer.Value.Prefix} ({answer.Value.Name}) is revoked."]);
                }
                var owner = await OwnerAsync(data, whose, cancellationToken);
                var reply = await data.Keys.RevokeAsync(owner, key, cancellationToken);
                var shown = Shown.Of(NodeOrDataVerb.Accepted(reply, $"There is no key '{key}'."));
                return (JsonSerializer.Serialize(shown, Wire), [$"{shown.Prefix} ({shown.Name}) is revoked."]);
            });
        verb.Add(id);
        return verb;
    }

    private static Option<string?> Tenant() => new Option<string?>("--tenant")
    {
        Description = "Whose keys; without it those of the key that is shown, offline those of the home tenant.",
        HelpName = "ID",
    }.Takes<string?>("a tenant's id", IsId);

    private static bool IsId(string text, out string value)
    {
        value = text;
        return Identifier.IsValid(text);
    }

    /// <summary>A key by what it is called where it is shown, which may be its whole text.</summary>
    private static KeyId IdOf(string text) => text.StartsWith("sc_", StringComparison.Ordinal)
        ? text[3..Math.Min(text.Length, 15)]
        : text;

    private static string Query(string? tenant) => tenant is null ? "" : $"?tenant={Uri.EscapeDataString(tenant)}";

    /// <summary>Whose keys are meant.</summary>
    /// <exception cref="VerbException">There is no such tenant.</exception>
    private static async Task<TenantId> OwnerAsync(
        OfflineData data, string? tenant, CancellationToken cancellationToken)
    {
        if (tenant is null)
            return NodeOptions.Tenant;
        return (await data.Tenants.ListAsync(cancellationToken)).Any(known => known.Id == tenant)
            ? tenant
            : throw new VerbException($"There is no tenant '{tenant}'. Make it: supplychain tenants create {tenant}");
    }

    private static async Task<(string, IEnumerable<string>)> PostAsync(
        NodeApi node, CreateKey command, string? tenant, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(
            new
            {
                name = command.Name, role = command.Role, expiresInDays = command.ExpiresInDays,
                warehouses = Limits(command.Warehouses), tenant,
            },
            options: Wire);
        var answer = await node.PostAsync<Created>("keys", body, cancellationToken);
        return (answer.Json, Lines(answer.Value));
    }

    private static async Task<(string, IEnumerable<string>)> CreateOfflineAsync(
        OfflineData data, CreateKey command, string? tenant, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(data, tenant, cancellationToken);
        var created = NodeOrDataVerb.Accepted(
            await data.Keys.CreateAsync(owner, command, cancellationToken), "It was not created.");
        var key = created.Details;
        var shown = new Created(
            key.Id.Value, created.Key, key.Prefix, owner.Value, key.Role, key.ExpiresAt, Limits(key.Warehouses));
        return (JsonSerializer.Serialize(shown, Wire), Lines(shown));
    }

    private static string[] Lines(Created key) =>
    [
        key.Key,
        $"Keep it now, it is shown this once. Role {Named(key.Role)}{Within(key.Warehouses)}, tenant "
            + $"{key.Tenant}{Until(key.ExpiresAt)}.",
    ];

    private static string Line(Shown key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key.Prefix}  {Named(key.Role),-10}  {State(key),-34}  {key.Name}{Within(key.Warehouses)}");

    private static string Within(string[]? warehouses) =>
        warehouses is { Length: > 0 } ? $" for {string.Join(", ", warehouses)}" : "";

    private static string[]? Limits(Items<WarehouseId> warehouses) =>
        warehouses.Count > 0 ? [.. warehouses.Select(warehouse => warehouse.Value)] : null;

    private static string State(Shown key) =>
        key.RevokedAt is { } revoked ? $"revoked {Day(revoked)}"
        : key.LastUsedAt is { } used ? $"used {Day(used)}{Until(key.ExpiresAt)}"
        : $"created {Day(key.CreatedAt)}{Until(key.ExpiresAt)}";

    private static string Until(DateTimeOffset? end) => end is { } at ? $", until {Day(at)}" : "";

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Named(Role role) => role.ToString().ToLowerInvariant();

    private sealed record Created(
        string Id, string Key, string Prefix, string Tenant, Role Role, DateTimeOffset? ExpiresAt,
        string[]? Warehouses);

    private sealed record Listed(IReadOnlyList<Shown> Items);

    private sealed record Shown(
        string Id, string Name, string Prefix, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
        DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, string[]? Warehouses)
    {
        public static Shown Of(KeyDetails key) => new(
            key.Id.Value, key.Name, key.Prefix, key.Role, key.CreatedAt, key.ExpiresAt, key.RevokedAt,
            key.LastUsedAt, Limits(key.Warehouses));
    }
}
