using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>The options of <c>up</c> that make a node part of a cluster.</summary>
internal sealed class ClusterArguments
{
    private readonly Option<string?> _postgres = new Option<string?>("--postgres")
    {
        Description = "Keep everything in this PostgreSQL database, which several nodes share. All users of the "
            + "machine see a password given here, but not SUPPLYCHAIN_ConnectionStrings__SupplyChain.",
        HelpName = "CONNECTION",
    }.TakesConnection();

    private readonly Option<NodeRole> _role = new Option<NodeRole>("--role")
    {
        Description = "all, silo (actors only) or web (REST only); the last two need --postgres.",
        HelpName = "ROLE",
        DefaultValueFactory = _ => NodeRole.All,
    }.TakesOneOf();

    private readonly Option<string?> _serviceId = new Option<string?>("--service-id")
    {
        Description = "The service's name, which outlives a cluster [default: the cluster's].",
        HelpName = "NAME",
    }.Takes<string?>("a name", Taking.IsText);

    private readonly Option<IPAddress> _advertise = new Option<IPAddress>("--advertise")
    {
        Description = "The address of this machine at which other nodes find this one.",
        HelpName = "IP",
        DefaultValueFactory = _ => IPAddress.Loopback,
    }.Takes<IPAddress>("an IP address at which others find this machine", IsOfAMachine);

    private readonly Option<string?> _region = new Option<string?>("--region")
    {
        Description = "Warehouses of this region, and their stock, live in nodes of it while there are any.",
        HelpName = "NAME",
    }.Takes<string?>("a name", Taking.IsText);

    private readonly Option<int?> _gatewayListensOn = Ports.Option(
        "--gateway-listen-port",
        "The port the gateway listens on when something forwards --gateway-port to it [default: the same].");

    private readonly Option<bool> _supervise = new("--supervise")
    {
        Description = "Start the node again when it breaks, or when the others have given it up.",
    };

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])
            [_postgres, _role, _serviceId, _advertise, _region, _gatewayListensOn, _supervise])
        {
            verb.Add(option);
        }
        verb.Rule(line =>
        {
            if (Connection(line.GetValue(_postgres)) is null && line.GetValue(_role) != NodeRole.All)
                line.AddError("--role silo and web need --postgres: a node by itself does everything.");
            foreach (var option in (Option[])[_region, _gatewayListensOn])
            {
                if (Connection(line.GetValue(_postgres)) is null && line.GetResult(option) is { Implicit: false })
                    line.AddError($"{option.Name} needs --postgres: it is about one of several nodes.");
            }
            if (line.GetValue(_region) is not null && line.GetValue(_role) == NodeRole.Web)
                line.AddError("--region needs actors; --role web has none.");
        });
    }

    /// <summary>Whether the node is to be started again when it ends.</summary>
    public bool Supervised(ParseResult line) => line.GetValue(_supervise) && !Supervisor.IsAbove;

    /// <summary>The cluster of a command line; null for a node that is by itself.</summary>
    public ClusterSettings? Read(ParseResult line, string clusterId) =>
        Connection(line.GetValue(_postgres)) is { } postgres
            ? new()
            {
                Postgres = postgres,
                Role = line.GetValue(_role),
                ServiceId = line.GetValue(_serviceId) ?? clusterId,
                Advertise = line.GetRequiredValue(_advertise),
                Region = line.GetValue(_region),
                GatewayListensOn = line.GetValue(_gatewayListensOn),
            }
            : null;

    private static string? Connection(string? given) => given ?? Settings.ConnectionString("SupplyChain");

    private static bool IsOfAMachine(string text, [MaybeNullWhen(false)] out IPAddress value) =>
        IPAddress.TryParse(text, out value) && !value.Equals(IPAddress.Any) && !value.Equals(IPAddress.IPv6Any);
}
