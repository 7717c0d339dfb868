using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SupplyChain.Access;

namespace SupplyChain.Architecture;

/// <summary>Every way in says what it needs of a caller; one that says nothing is closed, and a mistake.</summary>
public sealed class AccessTests
{
    // The scripts of the page that shows REST are those of a public package; the page itself is closed.
    private static readonly string[] Open =
    [
        "/health/startup", "/health/live", "/health/ready", "/sign-in/key", "/sign-out",
        "/scalar/scalar.js", "/scalar/scalar.aspnetcore.js", "/scalar/favicon.svg",
    ];

    [Fact]
    public void Every_method_that_clients_call_says_what_it_needs() =>
        Methods(typeof(IKeyRingGrain).Assembly)
            .Where(method => Needs(method) is null)
            .Should().BeEmpty("without [Needs] no client may call it");

    [Fact]
    public void Every_method_that_clients_call_says_how_a_limited_key_is_limited() =>
        Methods(typeof(IKeyRingGrain).Assembly)
            .Where(method => method.GetCustomAttribute<ScopedAttribute>() is null
                && method.DeclaringType!.GetCustomAttribute<ScopedAttribute>() is null)
            .Should().BeEmpty("without [Scoped] it is closed to such keys, and that is said too");

    [Fact]
    public void What_actors_say_to_each_other_is_not_for_clients() =>
        Methods(typeof(IKeyUseActor).Assembly).Where(method => Needs(method) is not null)
            .Should().BeEmpty("a client has no business there, whatever its role");

    [Fact]
    public void Nothing_but_signing_in_is_open_to_all() =>
        Methods(typeof(IKeyRingGrain).Assembly).Where(method => Needs(method) == Permission.None)
            .Should().Equal(typeof(IAccessGrain).GetMethod(nameof(IAccessGrain.SignIn))!);

    [Fact]
    public void Every_endpoint_says_what_it_needs_and_few_are_open()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSupplyChainNodeClient(_ => { });
        builder.Services.AddSupplyChainWeb();
        var app = builder.Build();
        app.MapSupplyChain();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>().ToArray();

        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}")
            .Should().BeEquivalentTo(Open);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Should().HaveCountGreaterThan(60)
            .And.OnlyContain(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 1);
    }

    private static IEnumerable<MethodInfo> Methods(Assembly contracts) => contracts.GetTypes()
        .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods());

    private static Permission? Needs(MethodInfo method) =>
        (method.GetCustomAttribute<NeedsAttribute>() ?? method.DeclaringType!.GetCustomAttribute<NeedsAttribute>())
            ?.Permission;
}
