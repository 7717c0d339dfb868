using Microsoft.Extensions.Time.Testing;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>A client, and an order that answers it what a test says; time passes when the test says so.</summary>
internal sealed class ScriptedOrder
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);
    public static readonly PlaceOrder Command = new("C-1", new("DE"), [new(1, "LAMP", 4)]);
    public static readonly OrderReply Created = new() { Status = ReplyStatus.Created };

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(10);
    private readonly DateTimeOffset _start;

    /// <param name="answer">What it answers to its first, second, … call.</param>
    /// <param name="deadline">How long a call may take; null for <see cref="Deadline"/>.</param>
    public ScriptedOrder(Func<int, Task<OrderReply>> answer, TimeSpan? deadline = null)
    {
        var actors = new ScriptedActors();
        Client = SupplyChainClient.Over(actors.Factory, new() { Deadline = deadline ?? Deadline }, Clock);
        _start = Clock.GetUtcNow();
        foreach (var method in (string[])[nameof(IOrderGrain.Place), nameof(IOrderGrain.Amend)])
        {
            actors.On<IOrderGrain, OrderReply>(method, (key, command) =>
            {
                Heard.Add(new(
                    Elapsed, key, command, CallContext.Deadline - _start, CallContext.Correlation,
                    CallContext.Condition, CallContext.Creates));
                return answer(Heard.Count);
            });
        }
    }

    /// <summary>The time both go by.</summary>
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>How much of it has passed.</summary>
    public TimeSpan Elapsed => Clock.GetUtcNow() - _start;

    /// <summary>Who calls the order.</summary>
    public SupplyChainClient Client { get; }

    /// <summary>The calls it heard.</summary>
    public List<HeardCall> Heard { get; } = [];

    /// <summary>The pauses between them.</summary>
    public IEnumerable<TimeSpan> Pauses => Heard.Zip(Heard.Skip(1), (one, next) => next.After - one.After);

    /// <summary>Lets time pass until a call is answered.</summary>
    public async Task<T> PassAsync<T>(Task<T> call)
    {
        for (var latest = Elapsed + (2 * Deadline); !call.IsCompleted && Elapsed < latest;)
            Clock.Advance(Step);
        return await call.WaitAsync(RealPatience);
    }

    /// <summary>Places the order, and lets time pass until that is answered.</summary>
    public Task<OrderReply> PlaceAsync(CallOptions? options = null) =>
        PassAsync((options is null ? Client : Client.With(options)).Orders.PlaceAsync("O-1", Command));
}
