using System.Text.RegularExpressions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>
/// An engine that knows nothing of the rows takes the tenant for the way to few of them: a question that it answers so
/// goes over every line that was ever ordered, which shows only once there are many.
/// </summary>
public sealed partial class QuestionPlanTests : IAsyncLifetime
{
    private static readonly PageQuery Page = new(Limit: 10);

    private readonly World _world = Worlds.Busy();
    private readonly List<string> _asked = [];
    private ReadSide _side = null!;
    private TableReadModels _models = null!;

    public async ValueTask InitializeAsync()
    {
        _side = await (await SqliteReadSide.OpenAsync(_world.Journal)).CaughtUpAsync();
        _models = new(new Listening(_side.Pool, _asked), _side.Signals);
    }

    public ValueTask DisposeAsync() => _side.DisposeAsync();

    [Fact]
    public async Task No_question_goes_over_all_lines_of_a_tenant()
    {
        var days = (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 14));
        await _models.StockAsync(_world.Tenant, new(), Page);
        await _models.StockAsync(_world.Tenant, new("A"), Page);
        await _models.StockSummaryAsync(_world.Tenant, new(), Page);
        await _models.HoldersAsync(_world.Tenant, new("A"), Page);
        await _models.WarehouseLoadAsync(_world.Tenant, "WH-1", days);
        await _models.WaitedForSkusAsync(_world.Tenant, "WH-1");
        await _models.OwnersToMoveAsync(_world.Tenant, "WH-1");
        await _models.OrdersAsync(_world.Tenant, new(), days.Item2, Page);
        await _models.OrdersAsync(_world.Tenant, new(Sku: "A"), days.Item2, Page);

        var plans = await Task.WhenAll(_asked.Distinct().Select(PlanAsync));

        plans.Count(plan => Lines().IsMatch(plan)).Should().BeGreaterThan(6, "that many questions are about lines");
        plans.Should().NotContain(plan => OfATenant().IsMatch(plan));
    }

    private async Task<string> PlanAsync(string sql) => string.Join('\n', await _side.Pool.ReadAsync(
        session => session[$"EXPLAIN QUERY PLAN {sql}"].All(row => row.Text(3)), default)) + $"\n{sql}";

    [GeneratedRegex(@"\border_lines\b")]
    private static partial Regex Lines();

    // What order_lines is called in questions; steps come before the text of the question.
    [GeneratedRegex(@"(SCAN|SEARCH) (order_lines|l|v)( USING PRIMARY KEY \(tenant=\?\))?$", RegexOptions.Multiline)]
    private static partial Regex OfATenant();

    private sealed class Listening(IReadPool pool, List<string> asked) : IReadPool
    {
        public Task<T> ReadAsync<T>(Func<IReadSession, T> read, CancellationToken cancellationToken) =>
            pool.ReadAsync(session => read(new Session(session, asked)), cancellationToken);

        private sealed class Session(IReadSession session, List<string> asked) : IReadSession
        {
            public SqlDialect Dialect => session.Dialect;

            public IQuestion this[string sql]
            {
                get
                {
                    asked.Add(sql);
                    return session[sql];
                }
            }

            public void Dispose() => session.Dispose();
        }
    }
}
