using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Sqlite;

/// <summary>What was just committed is told as it would be read.</summary>
public sealed class CommittedRowsTests
{
    private readonly CommittedRows _rows = new();
    private readonly List<JournaledEvent> _file = [];

    [Fact]
    public void Nothing_is_told_before_it_is_known_what_came_before()
    {
        _rows.After(Position.Start, 10).Should().BeNull();
        Commit(3);
        _rows.After(Position.Start, 10).Should().BeNull();
        _rows.After(At(2), 10).Should().BeNull();
        _rows.After(At(3), 10).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public void Every_place_in_it_is_answered_as_the_file_would(int limit)
    {
        foreach (var size in new[] { 1, 5, 2, 9, 1, 4 })
            Commit(size);

        for (var place = 1; place <= _file.Count; place++)
        {
            _rows.After(At(place), limit).Should().Equal(_file.Skip(place).Take(limit), $"after {place}");
        }
    }

    [Fact]
    public void The_oldest_are_forgotten_and_no_gap_is_told()
    {
        Commit(1);
        for (var batch = 0; batch < 230; batch++)
            Commit(100);

        _rows.After(At(13_000), 10).Should().BeNull();
        _rows.After(At(13_001), 20_000).Should().Equal(_file.Skip(13_001));
        _rows.After(At(22_990), 5).Should().Equal(_file.Skip(22_990).Take(5));
    }

    [Fact]
    public void After_a_commit_of_unknown_outcome_it_begins_anew()
    {
        Commit(2);
        Commit(2);
        _rows.Forget();
        _rows.After(At(3), 10).Should().BeNull();
        Commit(2);
        Commit(1);

        _rows.After(At(4), 10).Should().BeNull("what was in doubt may stand before it");
        _rows.After(At(6), 10).Should().Equal(_file.Skip(6));
    }

    [Fact]
    public void What_another_wrote_in_between_makes_it_begin_anew()
    {
        Commit(2);
        Commit(2);
        _file.Add(Row(5)); // not by us
        Commit(2);

        _rows.After(At(4), 10).Should().BeNull();
        _rows.After(At(7), 10).Should().BeEmpty();
    }

    private static Position At(long number) => new(0, 0, number);

    private static JournaledEvent Row(long number) => new(
        new("demo", "order", "O1"), number, "test.noted", 1, [], null, Now, "", "", null, 0, [], At(number));

    private void Commit(int rows)
    {
        var batch = Enumerable.Range(_file.Count + 1, rows).Select(number => Row(number)).ToArray();
        _file.AddRange(batch);
        _rows.Add(batch);
    }
}
