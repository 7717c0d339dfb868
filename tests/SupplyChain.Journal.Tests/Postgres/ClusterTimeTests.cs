using Microsoft.Extensions.Time.Testing;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

public sealed class ClusterTimeTests
{
    private static readonly DateTimeOffset DatabaseNow = Now.AddHours(-25);

    private readonly FakeTimeProvider _machine = new(Now);
    private readonly ClusterTime _time;

    public ClusterTimeTests() => _time = new(_machine);

    [Fact]
    public void Until_the_database_was_asked_the_machines_clock_is_believed() => _time.GetUtcNow().Should().Be(Now);

    [Fact]
    public void The_databases_time_goes_on_with_the_monotonic_clock()
    {
        Observe(DatabaseNow, TimeSpan.Zero);
        _machine.Advance(TimeSpan.FromMinutes(3));

        _time.GetUtcNow().Should().Be(DatabaseNow.AddMinutes(3));
    }

    [Fact]
    public void A_slow_answer_spoils_nothing()
    {
        Observe(DatabaseNow, TimeSpan.Zero);

        Observe(DatabaseNow.AddSeconds(9), TimeSpan.FromSeconds(10));
        _time.GetUtcNow().Should().Be(DatabaseNow.AddSeconds(10), "the database can have been asked a second ago");

        Observe(DatabaseNow.AddSeconds(10), TimeSpan.FromSeconds(10));
        _time.GetUtcNow().Should().Be(DatabaseNow.AddSeconds(20));
    }

    [Fact]
    public void A_clock_that_drifts_is_corrected_just_as_far_as_it_takes()
    {
        Observe(DatabaseNow, TimeSpan.Zero);

        Observe(DatabaseNow.AddSeconds(5), TimeSpan.FromSeconds(2));
        _time.GetUtcNow().Should().Be(DatabaseNow.AddSeconds(5), "the database's clock went faster than ours");

        Observe(DatabaseNow.AddSeconds(4), TimeSpan.FromSeconds(1));
        _time.GetUtcNow().Should().Be(DatabaseNow.AddSeconds(5), "its clock was set back");
    }

    private void Observe(DateTimeOffset databaseTime, TimeSpan took)
    {
        var asked = _time.GetTimestamp();
        _machine.Advance(took);
        _time.Observe(databaseTime, asked, _time.GetTimestamp());
    }
}
