using System.Buffers.Binary;

namespace SupplyChain.Planner.Map;

/// <summary>
/// What a browser knows of a map, so that it is told only what differs: who came and went, and six bytes for each that
/// moved (its slot, longitude and latitude in 16 bits each).
/// </summary>
internal sealed class MapSlots(Positions positions)
{
    private const int BytesPerMove = 6;

    /// <summary>A twentieth of a pixel on a map of usual size.</summary>
    private const int MinMove = 5;

    private readonly Dictionary<string, Slot> _slots = [];
    private readonly Stack<int> _free = [];
    private DateTimeOffset _sent;

    /// <summary>What to tell so that the map shows these, where they are now.</summary>
    public (IReadOnlyList<object?[]> Put, IReadOnlyList<int> Taken) Change(
        IReadOnlyList<MapPoint> points, DateTimeOffset now)
    {
        var moment = Positions.MomentOf(now);
        var present = points.Select(point => point.Id).ToHashSet();
        List<int> taken = [];
        foreach (var (id, slot) in _slots.Where(slot => !present.Contains(slot.Key)).ToArray())
        {
            _slots.Remove(id);
            taken.Add(slot.Number);
        }

        List<object?[]> put = [];
        foreach (var point in points)
        {
            if (!_slots.TryGetValue(point.Id, out var slot))
                slot = new(_free.TryPop(out var free) ? free : _slots.Count + taken.Count);
            else if (slot.Point == point)
                continue;
            var at = point.Journey is { } journey ? positions.At(journey, moment) : point.Place;
            (slot.Point, slot.East, slot.North) = (point, East(at), North(at));
            _slots[point.Id] = slot;
            put.Add(Row(slot.Number, point, at));
        }

        // Not before: the browser hears of who came first.
        foreach (var number in taken)
            _free.Push(number);
        return (put, taken);
    }

    /// <summary>Positions of the points that moved since they were sent last; empty when none did.</summary>
    public byte[] Moves(DateTimeOffset now)
    {
        var moment = Positions.MomentOf(now);
        // Between two moments nothing moves.
        if (moment == _sent)
            return [];
        _sent = moment;
        List<byte> bytes = [];
        Span<byte> move = stackalloc byte[BytesPerMove];
        foreach (var slot in _slots.Values)
        {
            if (slot.Point!.Journey is not { } journey)
                continue;
            var at = positions.At(journey, moment);
            var (east, north) = (East(at), North(at));
            if (Math.Abs(east - slot.East) < MinMove && Math.Abs(north - slot.North) < MinMove)
                continue;
            (slot.East, slot.North) = (east, north);
            BinaryPrimitives.WriteUInt16BigEndian(move, (ushort)slot.Number);
            BinaryPrimitives.WriteUInt16BigEndian(move[2..], east);
            BinaryPrimitives.WriteUInt16BigEndian(move[4..], north);
            bytes.AddRange(move);
        }

        return [.. bytes];
    }

    private static ushort East(GeoPoint at) => (ushort)Math.Round((at.Longitude + 180) / 360 * ushort.MaxValue);

    private static ushort North(GeoPoint at) => (ushort)Math.Round((at.Latitude + 90) / 180 * ushort.MaxValue);

    private static object?[] Row(int number, MapPoint point, GeoPoint at) =>
    [
        number, point.Id, (int)point.Mark, at.Longitude, at.Latitude,
        point.Journey?.From.Longitude, point.Journey?.From.Latitude,
        point.Journey?.To.Longitude, point.Journey?.To.Latitude, point.Label,
    ];

    private sealed class Slot(int number)
    {
        public int Number { get; } = number;

        public MapPoint? Point { get; set; }

        public ushort East { get; set; }

        public ushort North { get; set; }
    }
}
