using SupplyChain.Network;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Journal.ReadModels;

public abstract class TransferListContract : IAsyncLifetime
{
    private const int Transfers = 12;

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected TransferListContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < Transfers; i++)
        {
            Items<RequestTransferLine> lines = i % 4 == 0
                ? [new("A", 5), new("B", i + 1)]
                : [new("B", 3 * (i % 3 + 1))];
            var request = new RequestTransfer(
                $"WH-{i % 2}", $"WH-{2 + i % 3}", lines, 1 + i % 5, i % 3 == 0 ? null : new DateOnly(2030, 1, 20 - i));
            var id = $"T-{(i * 7) % Transfers}";
            _world.Do<Transfer, TransferEvent>(id, state => Transfer.Decide(state, id, request, "digest"));
            if (i % 5 == 0)
            {
                _world.Do<Transfer, TransferEvent>(
                    id, state => Transfer.Decide(state, new CancelTransfer("no room"), new HashSet<ShipmentId>()));
            }
        }
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Transfers_come_by_number_or_in_the_order_of_any_of_their_fields_page_by_page()
    {
        var all = await ListAsync(new());
        all.Should().HaveCount(Transfers);
        all.Select(transfer => transfer.Id.Value).Should().BeInAscendingOrder(StringComparer.Ordinal);
        foreach (var sort in TransferSummary.SortFields.SelectMany(field => new[] { field, $"-{field}" }))
        {
            (await ListAsync(new(), sort)).Should().Equal(
                SortedValues.InOrder(all, sort, "id"), "they are sorted by {0}", sort);
        }
    }

    [Fact]
    public async Task Every_filter_of_transfers_narrows_the_list()
    {
        var all = await ListAsync(new());
        await IsAsync(new([TransferStatus.Cancelled]), one => one.Status == TransferStatus.Cancelled);
        await IsAsync(new(From: ["WH-1"]), one => one.From == "WH-1");
        await IsAsync(
            new(From: ["WH-0"], To: ["WH-2", "WH-4"]),
            one => one.From == "WH-0" && one.To != new WarehouseId("WH-3"));
        await IsAsync(new(Skus: ["A"]), one => one.Lines == 2);
        await IsAsync(new(Open: true), one => one.Status != TransferStatus.Cancelled);
        await IsAsync(new(Text: "t-1"), one => one.Id.Value.StartsWith("T-1", StringComparison.Ordinal));
        (await ListAsync(new(Text: "T_1"))).Should().BeEmpty("the text is no pattern");

        async Task IsAsync(TransferQuery query, Func<TransferSummary, bool> passes)
        {
            var expected = all.Where(passes).ToArray();
            expected.Should().NotBeEmpty().And.HaveCountLessThan(Transfers);
            (await ListAsync(query)).Should().Equal(expected);
            (await ListAsync(query, "-units")).Should().Equal(SortedValues.InOrder(expected, "-units", "id"));
        }
    }

    private async Task<List<TransferSummary>> ListAsync(TransferQuery query, string? sort = null)
    {
        List<TransferSummary> all = [];
        string? after = null;
        do
        {
            var page = await _read.Models.TransfersAsync("demo", query, new(5, after, sort));
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
