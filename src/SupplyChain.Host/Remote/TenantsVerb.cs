using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SupplyChain.Host.Nodes;
using SupplyChain.Tenants;

namespace SupplyChain.Host.Remote;

/// <summary>
/// <c>supplychain tenants</c>: makes and lists tenants and sets their quotas; at a running node, or offline.
/// </summary>
internal static class TenantsVerb
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    public static Command Create(Option<bool> json) =>
        new("tenants", "Make and list tenants, and set how much each may use.")
        {
            CreateTenantVerb(json), ListVerb(json), QuotasVerb(json),
        };

    private static Command CreateTenantVerb(Option<bool> json)
    {
        var id = Id();
        var name = new Option<string>("--name")
        {
            Description = "What people call it.", HelpName = "TEXT", Required = true,
        }.TakesName();
        var quotas = new QuotaOptions();
        var verb = NodeOrDataVerb.Create(
            json, "create", "Make a tenant. One that is there already as it is described is left as it is.",
            [name, .. quotas.All],
            async (line, data, node, cancellationToken) =>
            {
                var tenant = line.GetRequiredValue(id);
                var wanted = new Shown(tenant, line.GetRequiredValue(name), quotas.Read(line), null, 0);
                var known = await FindAsync(data, node, tenant, cancellationToken);
                if (known is { Version: > 0 } && (known.Name, known.Quotas) != (wanted.Name, wanted.Quotas))
                {
                    throw new VerbException(
                        $"There is a tenant '{tenant}' already, and it is another one: {Line(known)}");
                }
                return Answer(known is { Version: > 0 }
                    ? known
                    : await PutAsync(data, node, wanted, cancellationToken));
            }, makesData: true);
        verb.Add(id);
        return verb;
    }

    private static Command ListVerb(Option<bool> json) => NodeOrDataVerb.Create(
        json, "list", "List the tenants.", [],
        async (_, data, node, cancellationToken) =>
        {
            var all = await ListAsync(data, node, cancellationToken);
            return (JsonSerializer.Serialize(new Listed(all), Wire), all.Select(Line));
        });

    private static Command QuotasVerb(Option<bool> json)
    {
        var id = Id();
        var quotas = new QuotaOptions();
        var verb = NodeOrDataVerb.Create(
            json, "quotas", "Set how much a tenant may use; what is not given is unlimited.", quotas.All,
            async (line, data, node, cancellationToken) =>
            {
                var tenant = line.GetRequiredValue(id);
                var known = await FindAsync(data, node, tenant, cancellationToken)
                    ?? throw new VerbException($"There is no tenant '{tenant}'.");
                return Answer(await PutAsync(
                    data, node, known with { Quotas = quotas.Read(line) }, cancellationToken));
            });
        verb.Add(id);
        return verb;
    }

    private static Argument<string> Id() => new("ID")
    {
        Description = "The tenant's id: 1 to 50 characters of a-z 0-9 - that begin with a letter or digit.",
    };

    private static async Task<Shown?> FindAsync(
        OfflineData? data, NodeApi? node, string id, CancellationToken cancellationToken) =>
        Array.Find(await ListAsync(data, node, cancellationToken), tenant => tenant.Id == id);

    private static async Task<Shown[]> ListAsync(
        OfflineData? data, NodeApi? node, CancellationToken cancellationToken) => data is null
        ? (await node!.GetAsync<Listed>("tenants", cancellationToken)).Value.Items
        : [.. (await data.Tenants.ListAsync(cancellationToken)).Select(Shown.Of)];

    /// <summary>Stores what a tenant is to be, unless its version is another one by now.</summary>
    private static async Task<Shown> PutAsync(
        OfflineData? data, NodeApi? node, Shown tenant, CancellationToken cancellationToken)
    {
        if (data is not null)
        {
            var command = new PutTenant(tenant.Name, tenant.Quotas);
            return Shown.Of(NodeOrDataVerb.Accepted(
                await data.Tenants.PutAsync(tenant.Id, tenant.Version, command, cancellationToken),
                "It was not stored."));
        }
        using var body = JsonContent.Create(new { name = tenant.Name, quotas = tenant.Quotas }, options: Wire);
        var answer = await node!.PutAsync<Shown>(
            $"tenants/{Uri.EscapeDataString(tenant.Id)}", body, tenant.Version, cancellationToken);
        return answer.Value;
    }

    private static (string, IEnumerable<string>) Answer(Shown tenant) =>
        (JsonSerializer.Serialize(tenant, Wire), [Line(tenant)]);

    private static string Line(Shown tenant) => $"{tenant.Id}  {tenant.Name}  {Said(tenant.Quotas)}";

    private static string Said(TenantQuotas quotas)
    {
        string[] said =
        [
            .. Said(quotas.OrdersPerDay, "orders a day"), .. Said(quotas.CallsPerDay, "calls a day"),
            .. Said(quotas.Bytes, "bytes"),
        ];
        return said.Length > 0 ? string.Join(", ", said) : "no quotas";
    }

    private static string[] Said(long? quota, string unit) => quota is { } most
        ? [string.Create(CultureInfo.InvariantCulture, $"{most:N0} {unit}")]
        : [];

    private sealed record Listed(Shown[] Items);

    private sealed record Shown(
        string Id, string Name, TenantQuotas Quotas, DateTimeOffset? CreatedAt, long Version)
    {
        public static Shown Of(TenantDetails tenant) =>
            new(tenant.Id.Value, tenant.Name, tenant.Quotas, tenant.CreatedAt, tenant.Version);
    }

    /// <summary>The options that name quotas.</summary>
    private sealed class QuotaOptions
    {
        private readonly Option<long?> _orders = Quota("--orders-per-day", "New orders a day (UTC).");
        private readonly Option<long?> _calls = Quota("--calls-per-day", "Calls a day (UTC).");
        private readonly Option<long?> _bytes = Quota("--bytes", "Bytes of events that are stored, of all time.");

        public Option[] All => [_orders, _calls, _bytes];

        public TenantQuotas Read(ParseResult line) =>
            new(line.GetValue(_orders), line.GetValue(_calls), line.GetValue(_bytes));

        private static Option<long?> Quota(string name, string description) =>
            new Option<long?>(name) { Description = description, HelpName = "N" }.TakesNumber(0, TenantQuotas.Most);
    }
}
