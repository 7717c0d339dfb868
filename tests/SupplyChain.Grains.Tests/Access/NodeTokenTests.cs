using System.Diagnostics.Metrics;
using System.Reflection;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace SupplyChain.Access;

/// <summary>What a node shows to the others while time passes.</summary>
public sealed class NodeTokenTests : IDisposable
{
    private readonly Watch _time = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly AccessTokens _tokens;
    private readonly AccessFilter _filter;

    public NodeTokenTests(OneSilo silo)
    {
        _tokens = new(silo.Secrets, silo.Keys, silo.Tenants, new(), _time);
        var meters = _services.GetRequiredService<IMeterFactory>();
        _filter = new(
            _tokens, new(), new(meters), new(new(), new(meters), _time), NullLogger<AccessFilter>.Instance);
        RequestContext.Clear();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Work_that_outlives_the_token_it_began_with_shows_a_newer_one()
    {
        CallContext.Token = await ShownAsync();
        (await _tokens.ReadAsync(CallContext.Token, TokenUse.Call)).Should().BeSameAs(Caller.Node);

        _time.Now += TimeSpan.FromHours(2); // The file that is imported is a long one.
        (await _tokens.ReadAsync(CallContext.Token, TokenUse.Call)).Should().BeNull("it is too old");
        (await _tokens.ReadAsync(await ShownAsync(), TokenUse.Call)).Should().BeSameAs(Caller.Node);
    }

    [Fact]
    public async Task A_clients_token_is_passed_on_as_it_is()
    {
        CallContext.Token = await _tokens.IssueAsync(TokenUse.Call, "demo", "0123456789ab", _time.Now.AddMinutes(5));
        (await ShownAsync()).Should().Be(CallContext.Token, "a website calls for its visitor and not for itself");
    }

    [Fact]
    public async Task A_person_is_who_the_session_says_until_it_is_over()
    {
        var session = await _tokens.BeginSessionAsync(
            "subject/1 ü", "Night shift", Role.Planner, default, TimeSpan.FromHours(1));

        (await _tokens.ReadAsync(session, TokenUse.Session)).Should().BeEquivalentTo(
            new { Name = "Night shift", Role = Role.Planner, Subject = "subject/1 ü", Tenant = TenantId.Of("demo") });
        (await _tokens.ReadAsync(session, TokenUse.Call)).Should().BeNull("a session is exchanged first");
        (await _tokens.ReadAsync(session!.Replace("~2.", "~5."), TokenUse.Session)).Should().BeNull("it is forged");

        _time.Now += TimeSpan.FromHours(1);
        (await _tokens.ReadAsync(session, TokenUse.Session)).Should().BeNull("it is over");
    }

    [Fact]
    public async Task A_person_is_limited_to_the_warehouses_of_the_session()
    {
        WarehouseScope scope = new(["HAM", "BER.2"]);
        var session = await _tokens.BeginSessionAsync(
            "subject-1", "Night shift", Role.Viewer, scope, TimeSpan.FromHours(1));

        var caller = await _tokens.ReadAsync(session, TokenUse.Session);
        caller!.Scope.Should().Be(scope);
        var call = await _tokens.IssueAsync(TokenUse.Call, caller, _time.Now.AddMinutes(5));
        (await _tokens.ReadAsync(call, TokenUse.Call))!.Scope.Should().Be(scope);
        var cut = string.Join(
            '/', session!.Split('/').Select((part, at) => at == 2 ? part[..part.LastIndexOf('.')] : part));
        (await _tokens.ReadAsync(cut, TokenUse.Session)).Should().BeNull("without its warehouses it is forged");
    }

    [Fact]
    public async Task A_person_of_a_tenant_that_there_is_not_gets_no_session() =>
        (await _tokens.BeginSessionAsync(
            "subject-1", "Night shift", Role.Planner, default, TimeSpan.FromHours(1), "no-such-tenant"))
            .Should().BeNull();

    [Fact]
    public async Task No_session_of_a_person_is_longer_than_the_longest()
    {
        var session = await _tokens.BeginSessionAsync(
            "subject-1", "Night shift", Role.Viewer, default, TimeSpan.FromDays(9));

        _time.Now += AccessTokens.MaxSessionAge - TimeSpan.FromSeconds(1);
        (await _tokens.ReadAsync(session, TokenUse.Session)).Should().NotBeNull();
        _time.Now += TimeSpan.FromSeconds(1);
        (await _tokens.ReadAsync(session, TokenUse.Session)).Should().BeNull();
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~2.c3ViamVjdA")]
    [InlineData("~9.c3ViamVjdA.bmFtZQ")]
    [InlineData("~2.&.bmFtZQ")]
    [InlineData("~2.c3ViamVjdA.bmFtZQ.&")]
    [InlineData("~2.c3ViamVjdA.bmFtZQ.SEFN.QkVS")]
    public void What_names_nobody_is_nobody(string bearer) => PersonText.Read("demo", bearer).Should().BeNull();

    /// <summary>What a call to an actor carries behind the filter.</summary>
    private async Task<string?> ShownAsync()
    {
        var call = DispatchProxy.Create<IOutgoingGrainCallContext, Call>();
        await _filter.Invoke(call);
        return ((Call)(object)call).Token;
    }

    /// <summary>A call that goes nowhere and keeps what it carried.</summary>
    public class Call : DispatchProxy
    {
        /// <summary>The token.</summary>
        public string? Token { get; private set; }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == "get_TargetId")
                return GrainId.Create("order", "demo/O-1");
            Token = CallContext.Token;
            return Task.CompletedTask;
        }
    }

    private sealed class Watch : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
