using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>What a client says beside its calls.</summary>
public sealed class SayingTests
{
    [Fact]
    public async Task What_is_said_stays_when_something_else_is_said_but_for_conditions()
    {
        var actors = new ScriptedActors();
        var heard = new List<(string Key, string? Token, string Actor, string Correlation, Precondition Condition)>();
        actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), (key, _) =>
        {
            heard.Add((key, CallContext.Token, CallContext.Actor, CallContext.Correlation, CallContext.Condition));
            return Task.FromResult(ScriptedOrder.Created);
        });
        var client = SupplyChainClient.Over(actors.Factory, new(), TimeProvider.System);
        var visitors = client.With(new CallOptions
        {
            Tenant = "acme", Token = () => new("the visitor's"), Actor = "Vera", Correlation = "request",
        });

        await visitors.With(new CallOptions { IfMatch = 3 }).Orders.AmendAsync("O-1", new(Priority: 1));
        await visitors.With(new CallOptions { IfMatch = 3 }).With(new CallOptions { Actor = "Ada" })
            .Orders.AmendAsync("O-1", new(Priority: 1));
        await client.Orders.AmendAsync("O-1", new(Priority: 1));

        heard[0].Should().Be(("acme/O-1", "the visitor's", "Vera", "request", new Precondition(3, null)));
        heard[1].Should().Be(("acme/O-1", "the visitor's", "Ada", "request", default(Precondition)));
        (heard[2].Key, heard[2].Token, heard[2].Actor).Should().Be(("demo/O-1", null, "sdk"));
    }

    [Fact]
    public void A_tenant_that_could_not_be_one_is_refused_at_once()
    {
        var client = SupplyChainClient.Over(new ScriptedActors().Factory, new(), TimeProvider.System);

        var naming = () => client.With(new CallOptions { Tenant = "a/b" });

        naming.Should().Throw<ArgumentException>().WithMessage("*a/b*");
    }
}
