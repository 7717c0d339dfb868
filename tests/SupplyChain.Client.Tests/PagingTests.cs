using Microsoft.Extensions.Time.Testing;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>Lists are read page by page.</summary>
public sealed class PagingTests
{
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(10);

    /// <summary>Whatever stood on the second page has gone from it meanwhile.</summary>
    private static readonly Dictionary<string, Page<OrderSummary>> Pages = new()
    {
        [""] = new([Order("O-1"), Order("O-2")], "a"),
        ["a"] = new([], "b"),
        ["b"] = new([Order("O-3")], null),
    };

    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedActors _actors = new();
    private readonly SupplyChainClient _chain;
    private readonly List<ListOrders> _asked = [];
    private int _failures;

    public PagingTests()
    {
        _chain = SupplyChainClient.Over(_actors.Factory, new(), _clock);
        _actors.On<IOrderQueriesGrain, Page<OrderSummary>>(nameof(IOrderQueriesGrain.List), (_, query) =>
        {
            var list = (ListOrders)query!;
            _asked.Add(list);
            return list.Page.After is not null && _failures-- > 0
                ? throw new UnavailableException("down")
                : Task.FromResult(Pages[list.Page.After ?? ""]);
        });
    }

    [Fact]
    public async Task A_list_ends_where_no_page_follows_and_not_at_an_empty_one()
    {
        var query = new OrderQuery(Customer: "C-1");

        (await ReadAsync(_chain.Orders.ListAsync(query, "-priority"))).Should().Equal("O-1", "O-2", "O-3");

        _asked.Should().OnlyContain(list => list.Query == query && list.Page.Sort == "-priority");
        _asked.Select(list => list.Page.After).Should().Equal(null, "a", "b");
    }

    [Fact]
    public async Task A_page_that_was_not_answered_is_asked_for_again_and_listed_once()
    {
        _failures = 2;
        var reading = ReadAsync(_chain.Orders.ListAsync());
        for (var step = 0; step < 100 && !reading.IsCompleted; step++)
            _clock.Advance(TimeSpan.FromMilliseconds(20));

        (await reading.WaitAsync(RealPatience)).Should().Equal("O-1", "O-2", "O-3");

        _asked.Select(list => list.Page.After).Should().Equal(null, "a", "a", "a", "b");
    }

    [Fact]
    public async Task Who_stops_reading_asks_for_no_further_page()
    {
        await foreach (var order in _chain.Orders.ListAsync())
        {
            if (order.Number == "O-2")
                break;
        }

        _asked.Should().ContainSingle();
    }

    [Fact]
    public async Task Of_what_there_is_not_the_history_is_empty()
    {
        _actors.On<IOrderQueriesGrain, Page<HistoryEntry>?>(
            nameof(IOrderQueriesGrain.History), (_, _) => Task.FromResult<Page<HistoryEntry>?>(null));

        var read = 0;
        await foreach (var entry in _chain.Orders.HistoryAsync("O-9"))
            read++;
        read.Should().Be(0);
        (await _chain.Orders.HistoryPageAsync("O-9", new())).Should().BeNull();
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(IAsyncEnumerable<OrderSummary> orders)
    {
        var numbers = new List<string>();
        await foreach (var order in orders)
            numbers.Add(order.Number.Value);
        return numbers;
    }

    private static OrderSummary Order(string number) =>
        new(number, OrderStatus.Allocated, "C-1", 3, null, null, 1, 0, [], 1);
}
