using System.Reflection;
using FluentAssertions;
using SupplyChain.Events;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tenants;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;
using Xunit;

namespace SupplyChain.Access;

/// <summary>
/// Every method of every actor that clients know, called by a plain Orleans client with the token of every kind of
/// caller. What each may do stands here a second time.
/// </summary>
public sealed class GrainMatrixTests(KeyedNode node) : IAsyncLifetime
{
    private static readonly string[] Callers =
        ["nobody", "forged", "of a session", "too old", .. Enum.GetNames<Role>()];

    private static readonly Dictionary<Permission, string[]> Needs = new()
    {
        [Permission.Write] =
        [
            .. Of<IOrderGrain>("Place", "Amend", "Cancel", "Release", "Resource"),
            .. Of<ITransferGrain>("Request", "Release", "Receive", "Cancel"),
            .. Of<IShipmentGrain>("Record", "Void", "Cancel", "Label"),
            .. Of<IReceiptGrain>("Record"), .. Of<IAdjustmentGrain>("Record"), .. Of<IProductGrain>("Put"),
            .. Of<IWarehouseGrain>("Put"), .. Of<IImportGrain>("Store", "Start"),
            .. Of<IImportProfilesGrain>("Put", "Delete"), .. Of<IArrivalsGrain>("Note"),
            .. Of<IConsumersGrain>("Put", "Delete"),
        ],
        [Permission.Plan] =
        [
            .. Of<IWarehouseGrain>("Close", "Open"), .. Of<IViewsGrain>("Put", "Delete"),
            .. Of<IExceptionGrain>("Attend"),
        ],
        [Permission.Operate] =
        [
            .. Of<IOperationsGrain>("Verify", "Drain", "Rebuild", "RaiseLevel"),
            .. Of<IVerificationGrain>("Start", "Follow", "Progress"),
            .. Of<ITenantGrain>("Put", "Get", "Usage"), .. Of<ITenantQueriesGrain>("List"),
        ],
        [Permission.Govern] =
        [
            .. Of<IAuditGrain>("Read"), .. Of<IExportGrain>("Events"), .. Of<ICustomerGrain>("Erase"),
            .. Of<IUsageQueriesGrain>("Usage"),
        ],
        [Permission.Administer] = [.. Of<IKeyRingGrain>("Create", "Revoke", "List")],
        [Permission.Integrate] =
        [
            .. Of<IWebhookGrain>(
                "Put", "Find", "Delete", "Pause", "Resume", "Rotate", "Test", "Replay", "Deliveries"),
            .. Of<IWebhookQueriesGrain>("List"), .. Of<IArrivalsGrain>("Find"),
        ],
        [Permission.None] = [.. Of<IAccessGrain>("SignIn")],
    };

    /// <summary>What a key may call that is limited to warehouses, if its role may.</summary>
    private static readonly string[] OpenToLimited =
    [
        .. Of<IAccessGrain>("SignIn"), .. Of<IOrderGrain>("Release", "Get"),
        .. Of<IOrderQueriesGrain>("List", "Count", "AsOf", "History", "Story"),
        .. Of<IPreviewGrain>("Close", "Adjust"),
        .. Of<ITransferGrain>("Request", "Release", "Receive", "Cancel", "Get"),
        .. Of<ITransferQueriesGrain>("AsOf", "History", "List"),
        .. Of<INetworkQueriesGrain>("Warehouses", "Summary", "Load"), .. Of<IWarehouseGrain>("Close", "Open", "Get"),
        .. Of<IViewsGrain>("List", "Find", "Put", "Delete"), .. Of<IArrivalsGrain>("Note"),
        .. Of<IOperationsGrain>("Kpis", "Exceptions", "Exception", "ExceptionCount", "Now", "Status"),
        .. Of<IExceptionGrain>("Attend"), .. Of<IShipmentQueriesGrain>("AsOf", "History", "List", "Count"),
        .. Of<IShipmentGrain>("Record", "Void", "Cancel", "Label", "Get"), .. Of<IReceiptGrain>("Record", "Get"),
        .. Of<IAdjustmentGrain>("Record", "Get"), .. Of<IProductGrain>("Get"), .. Of<IStockGrain>("Get"),
        .. Of<IAvailabilityGrain>("Levels"),
        .. Of<IInventoryQueriesGrain>("Stock", "AsOf", "Ledger", "Products", "Summary", "Holders", "Books"),
    ];

    /// <summary>Methods that act although what they are given makes no sense.</summary>
    private static readonly string[] NotCalledWhenAllowed =
        [.. Of<IOperationsGrain>("Verify", "Rebuild", "RaiseLevel"), .. Of<IVerificationGrain>("Start", "Follow")];

    private readonly Dictionary<string, string?> _tokens = [];
    private PlainClient _client = null!;

    private IClusterClient Cluster => _client.Cluster;

    [Fact]
    public async Task Every_method_lets_in_whom_it_should_and_nobody_else()
    {
        var wrong = new List<string>();
        var methods = PlainClient.Methods;
        methods.Select(Name).Should().Contain(Needs.Values.SelectMany(names => names)).And.HaveCountGreaterThan(70);
        foreach (var method in methods)
        {
            foreach (var caller in Callers)
            {
                var expected = Expected(NeedsOf(method), caller);
                if (expected == "let in" && NotCalledWhenAllowed.Contains(Name(method)))
                    continue;
                if (await _client.CallAsync(method, "demo", _tokens[caller]) is var was && was != expected)
                    wrong.Add($"{Name(method)} by {caller}: {was}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task A_limited_key_is_let_in_where_the_table_says_so_and_nowhere_else()
    {
        var wrong = new List<string>();
        foreach (var method in typeof(IOrderGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods()))
        {
            foreach (var role in new[] { Role.Viewer, Role.Planner })
            {
                var isOpen = OpenToLimited.Contains(Name(method))
                    && Expected(NeedsOf(method), role.ToString()) == "let in";
                var was = await _client.CallAsync(method, "demo", _tokens[$"limited {role}"]);
                if (was != (isOpen ? "let in" : "forbidden"))
                    wrong.Add($"{Name(method)} by a limited {role}: {was}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_which_may()
    {
        RequestContext.Clear();
        CallContext.Token = _tokens[nameof(Role.Viewer)];
        var put = () => Cluster.GetGrain<IWarehouseGrain>("demo/GM-VIEWED").Put(new("Viewed", 53.5, 9.9, "DE"));

        (await put.Should().ThrowAsync<AccessDeniedException>()).WithMessage(
            "The role Viewer may not call *IWarehouseGrain.Put: that is for Planner, Integrator, Admin.");
    }

    [Fact]
    public async Task What_a_client_says_of_its_own_limit_counts_for_nothing()
    {
        var other = Cluster.GetGrain<IWarehouseGrain>("demo/GM-OTHER");
        RequestContext.Clear();
        CallContext.Token = _tokens[nameof(Role.Admin)];
        CallContext.Scope = new(["GM-NOWHERE"]);
        (await other.Put(new("Other", 53.5, 9.9, "DE"))).Accepted.Should().BeTrue("an admin's key has no limit");

        RequestContext.Clear();
        CallContext.Token = _tokens["limited Planner"];
        CallContext.Scope = new(["GM-OTHER"]);
        (await other.Get()).Should().BeNull("its key is limited to another");
    }

    [Fact]
    public async Task Another_tenants_entities_are_refused_to_every_role()
    {
        foreach (var role in Enum.GetNames<Role>())
        {
            MethodInfo[] methods = [typeof(IOrderGrain).GetMethod("Get")!, typeof(IOperationsGrain).GetMethod("Kpis")!];
            foreach (var method in methods)
            {
                (await _client.CallAsync(method, "demo2", _tokens[role]))
                    .Should().Be("forbidden", $"{Name(method)} by {role}");
            }
        }
    }

    [Fact]
    public async Task What_another_tenant_is_belongs_to_operators_of_the_home_tenant()
    {
        var get = typeof(ITenantGrain).GetMethod("Get")!;
        foreach (var role in Enum.GetNames<Role>())
            (await _client.CallAsync(get, "demo2", _tokens[role])).Should().Be(Expected(Permission.Operate, role));
    }

    [Fact]
    public async Task Orleans_own_actors_and_those_between_nodes_are_refused_to_every_client()
    {
        foreach (var caller in Callers)
        {
            RequestContext.Clear();
            CallContext.Token = _tokens[caller];
            var hosts = () => Cluster.GetGrain<IManagementGrain>(0).GetHosts();
            await hosts.Should().ThrowAsync<AccessDeniedException>($"{caller} is no node");
            var resume = () => Cluster.GetGrain<IOrderActor>("demo/X-1").Resume();
            await resume.Should().ThrowAsync<AccessDeniedException>($"{caller} is no node");
        }
    }

    public async ValueTask InitializeAsync()
    {
        _client = await PlainClient.ConnectAsync(node);
        foreach (var role in Enum.GetNames<Role>())
            _tokens[role] = (await _client.SignInAsync(node.KeyOf(role))).Token;
        var admin = _tokens[nameof(Role.Admin)]!;
        foreach (var role in new[] { Role.Viewer, Role.Planner })
            _tokens[$"limited {role}"] = await LimitedTokenAsync(role);
        _tokens["nobody"] = null;
        _tokens["forged"] = $"{admin[..^4]}AAA=";
        _tokens["of a session"] = (await _client.SignInAsync(node.KeyOf(nameof(Role.Admin)))).Session;
        _tokens["too old"] = string.Join('/', admin.Split('/', 5).Select((part, at) => at == 3 ? "1" : part));
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    /// <summary>A key that was created a moment ago is known to the silo a moment later.</summary>
    private async Task<string> LimitedTokenAsync(Role role)
    {
        RequestContext.Clear();
        CallContext.Token = _tokens[nameof(Role.Admin)];
        var made = await Cluster.GetGrain<IKeyRingGrain>($"demo/{IKeyRingGrain.Id}")
            .Create(new($"limited {role} {Guid.NewGuid():N}", role, 1, ["GM-NOWHERE"]));
        var key = made.EnsureAccepted().Key;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (await Cluster.GetGrain<IAccessGrain>("access").SignIn(new(key)) is { } signedIn)
                return signedIn.Token;
            await Task.Delay(100, deadline.Token);
        }
    }

    private static string Expected(Permission needs, string caller) =>
        needs == Permission.None ? "let in"
        : !Enum.TryParse<Role>(caller, out var role) ? "unknown"
        : (role, needs) switch
        {
            (Role.Admin, _) or (_, Permission.Read) => "let in",
            (Role.Planner or Role.Integrator, Permission.Write) => "let in",
            (Role.Planner, Permission.Plan) => "let in",
            (Role.Operator, Permission.Operate or Permission.Govern) => "let in",
            (Role.Integrator, Permission.Integrate) => "let in",
            _ => "forbidden",
        };

    private static Permission NeedsOf(MethodInfo method) =>
        Needs.FirstOrDefault(needs => needs.Value.Contains(Name(method)), new(Permission.Read, [])).Key;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static string[] Of<T>(params string[] methods) => [.. methods.Select(name => $"{typeof(T).Name}.{name}")];
}
