using System.Buffers.Binary;

namespace SupplyChain.Planner.Map;

/// <summary>What a browser is told of a map.</summary>
public sealed class MapSlotsTests
{
    private static readonly DateTimeOffset Left = new(2026, 8, 3, 8, 0, 0, TimeSpan.Zero);

    private readonly MapSlots _slots = new(new Positions());

    [Fact]
    public void Only_what_differs_is_told()
    {
        _slots.Change([Still("A"), Still("B")], Left).Put.Should().HaveCount(2);

        var (put, taken) = _slots.Change([Still("A"), Still("B", MapMark.Late), Still("C")], Left);

        put.Select(row => row[1]).Should().Equal("B", "C");
        put[0][2].Should().Be((int)MapMark.Late);
        taken.Should().BeEmpty();
    }

    [Fact]
    public void Who_leaves_gives_its_slot_to_who_comes_later_but_not_in_the_same_message()
    {
        _slots.Change([Still("A"), Still("B")], Left);

        var (put, taken) = _slots.Change([Still("B"), Still("C")], Left);
        taken.Should().Equal(0);
        put.Single()[0].Should().Be(2);

        _slots.Change([Still("B"), Still("C"), Still("D")], Left).Put.Single()[0].Should().Be(0);
    }

    [Fact]
    public void A_move_is_six_bytes_and_says_where_to_a_hundredth_of_a_degree()
    {
        _slots.Change([Still("A"), Moving("B")], Left);
        var later = Left.AddHours(3);

        var moves = _slots.Moves(later);

        moves.Should().HaveCount(6);
        var there = Moving("B").Journey!.At(later);
        BinaryPrimitives.ReadUInt16BigEndian(moves).Should().Be(1);
        (BinaryPrimitives.ReadUInt16BigEndian(moves.AsSpan(2)) / 65535.0 * 360 - 180)
            .Should().BeApproximately(there.Longitude, 0.01);
        (BinaryPrimitives.ReadUInt16BigEndian(moves.AsSpan(4)) / 65535.0 * 180 - 90)
            .Should().BeApproximately(there.Latitude, 0.01);
    }

    [Fact]
    public void Who_did_not_visibly_move_is_not_told_of_and_small_moves_add_up()
    {
        _slots.Change([Moving("B")], Left);

        var told = Enumerable.Range(1, 60).Count(second => _slots.Moves(Left.AddSeconds(second)).Length > 0);

        told.Should().BeInRange(1, 40);
        _slots.Moves(Left.AddSeconds(60)).Should().BeEmpty();
    }

    private static MapPoint Still(string id, MapMark mark = MapMark.OnTime) => new(id, mark, new GeoPoint(4.9, 52.4));

    private static MapPoint Moving(string id) =>
        new(id, MapMark.OnTime, default, new Journey(default, new GeoPoint(90, 0), Left, Left.AddHours(1.5)));
}
