using System.CommandLine;
using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>The options of <c>up</c> that make a node part of a cluster.</summary>
internal sealed class ClusterArguments
{
    private const string WithoutKeys = "without authentication nothing else is allowed.";

    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = "Keep everything in this PostgreSQL database, which several nodes share. Everybody on the "
            + "machine sees a password given here; nobody sees SUPPLYCHAIN_ConnectionStrings__SupplyChain.",
        HelpName = "CONNECTION",
    };

    private readonly Option<NodeRole> _role = new("--role")
    {
        Description = "all, silo (actors only) or web (REST only); the last two need --postgres.",
        HelpName = "ROLE",
        DefaultValueFactory = _ => NodeRole.All,
    };

    private readonly Option<string?> _serviceId = new("--service-id")
    {
        Description = "The service's name, which outlives a cluster [default: the cluster's].",
        HelpName = "NAME",
    };

    private readonly Option<IPAddress> _advertise = new("--advertise")
    {
        Description = "The address of this machine at which other nodes find this one.",
        HelpName = "IP",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = given =>
        {
            if (!IPAddress.TryParse(given.Tokens[0].Value, out var address))
                given.AddError($"--advertise: '{given.Tokens[0].Value}' is no IP address.");
            else if (!IPAddress.IsLoopback(address))
                given.AddError($"--advertise: {address} is not on this machine only; {WithoutKeys}");
            return address;
        },
    };

    private readonly Option<bool> _supervise = new("--supervise")
    {
        Description = "Start the node again when it breaks, or when the others have given it up.",
    };

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_postgres, _role, _serviceId, _advertise, _supervise])
            verb.Add(option);
        verb.Validators.Add(line =>
        {
            if (Connection(line.GetValue(_postgres)) is null && line.GetValue(_role) != NodeRole.All)
                line.AddError("--role silo and web need --postgres: a node by itself does everything.");
        });
    }

    /// <summary>Whether the node is to be started again when it ends.</summary>
    public bool Supervised(ParseResult line) => line.GetValue(_supervise);

    /// <summary>The cluster of a command line; null for a node that is by itself.</summary>
    public ClusterSettings? Read(ParseResult line, string clusterId) =>
        Connection(line.GetValue(_postgres)) is { } postgres
            ? new()
            {
                Postgres = postgres,
                Role = line.GetValue(_role),
                ServiceId = line.GetValue(_serviceId) ?? clusterId,
                Advertise = line.GetRequiredValue(_advertise),
            }
            : null;

    private static string? Connection(string? given) => given ?? Settings.ConnectionString("SupplyChain");
}
