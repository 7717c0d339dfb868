using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using SupplyChain.Inventory;
using SupplyChain.Network;
using static SupplyChain.Orders.CompactProposal;

namespace SupplyChain.Orders;

/// <summary>
/// Reads the stored form of a proposal; see <see cref="CompactProposal"/>. What a later version added is passed by:
/// members of objects, and what stands in lists behind what this one knows.
/// </summary>
internal sealed class CompactProposalReader
{
    private readonly List<Candidate> _candidates = new(8);
    private readonly List<RejectedWarehouse> _rejected = new(4);

    /// <summary>The whole proposal, from the beginning of its object to its end.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public OrderEvent.AllocationProposed Read(ref Utf8JsonReader json)
    {
        var method = default(SourcingMethod);
        var units = new List<ProposedUnits>(4);
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json))
        {
            if (Is(ref json, Names.Method))
            {
                method = Known((SourcingMethod)json.GetInt32());
            }
            else if (Is(ref json, Names.Candidates))
            {
                Expect(ref json, JsonTokenType.StartArray);
                while (NextItem(ref json))
                    _candidates.Add(ReadCandidate(ref json));
            }
            else if (Is(ref json, Names.Units))
            {
                Expect(ref json, JsonTokenType.StartArray);
                while (NextItem(ref json))
                    units.Add(ReadUnits(ref json));
            }
            else
            {
                json.Skip();
            }
        }
        return new(units.ToItems(), method);
    }

    private static Candidate ReadCandidate(ref Utf8JsonReader json)
    {
        Candidate candidate = default;
        Expect(ref json, JsonTokenType.StartArray);
        for (var place = 0; NextItem(ref json); place++)
        {
            switch (place)
            {
                case 0: candidate.Warehouse = json.GetString() ?? throw new JsonException("No warehouse."); break;
                case 1: candidate.Band = json.GetInt32(); break;
                case 2: candidate.DistanceKm = IsNull(ref json) ? null : json.GetInt32(); break;
                case 3: candidate.Arrival = Day(ref json); break;
                default: json.Skip(); break;
            }
        }
        return candidate;
    }

    private ProposedUnits ReadUnits(ref Utf8JsonReader json)
    {
        Unit unit = default;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json))
        {
            if (Is(ref json, Names.Line))
                unit.Line = json.GetInt32();
            else if (Is(ref json, Names.Attempt))
                unit.Attempt = json.GetInt32();
            else if (Is(ref json, Names.Sku))
                unit.Sku = json.GetString() ?? throw new JsonException("No product.");
            else if (Is(ref json, Names.Quantity))
                unit.Quantity = json.GetInt64();
            else if (Is(ref json, Names.From))
                unit.From = json.GetInt32();
            else if (Is(ref json, Names.Arrival))
                (unit.HasArrival, unit.Arrival) = (true, Day(ref json));
            else if (!ReadWhy(ref json, ref unit))
                json.Skip();
        }
        var from = At(unit.From);
        return new(
            unit.Line, unit.Attempt, unit.Sku, from.Warehouse, unit.Quantity,
            unit.HasArrival ? unit.Arrival : from.Arrival,
            new(
                Known(unit.Rule),
                ImmutableCollectionsMarshal.AsImmutableArray(unit.Rejected ?? []),
                unit.Others ?? RejectedWarehouses.None.Others,
                unit.Equal,
                from.Figures(unit.Available, unit.CostUsd)));
    }

    private bool ReadWhy(ref Utf8JsonReader json, ref Unit unit)
    {
        if (Is(ref json, Names.Rule))
            unit.Rule = (SourcingRule)json.GetInt32();
        else if (Is(ref json, Names.Equal))
            unit.Equal = ReadEqual(ref json);
        else if (Is(ref json, Names.Available))
            unit.Available = json.GetInt64();
        else if (Is(ref json, Names.CostUsd))
            unit.CostUsd = json.GetDecimal();
        else if (Is(ref json, Names.Rejected))
            unit.Rejected = ReadRejected(ref json);
        else if (Is(ref json, Names.Others))
            unit.Others = ReadOthers(ref json);
        else
            return false;
        return true;
    }

    private static Items<int> ReadEqual(ref Utf8JsonReader json)
    {
        // One figure for each goal before the one that decided.
        var equal = new List<int>(8);
        Expect(ref json, JsonTokenType.StartArray);
        while (NextItem(ref json))
            equal.Add(json.GetInt32());
        return equal.ToItems();
    }

    private RejectedWarehouse[] ReadRejected(ref Utf8JsonReader json)
    {
        _rejected.Clear();
        Expect(ref json, JsonTokenType.StartArray);
        while (NextItem(ref json))
        {
            var (candidate, reason) = (default(Candidate), default(RejectionReason));
            var (lostAt, available, costUsd) = (default(SourcingRule?), default(long?), default(decimal?));
            Expect(ref json, JsonTokenType.StartArray);
            for (var place = 0; NextItem(ref json); place++)
            {
                switch (place)
                {
                    case 0: candidate = At(json.GetInt32()); break;
                    case 1: reason = (RejectionReason)json.GetInt32(); break;
                    case 2: lostAt = IsNull(ref json) ? null : Known((SourcingRule)json.GetInt32()); break;
                    case 3: available = json.GetInt64(); break;
                    case 4: costUsd = json.GetDecimal(); break;
                    default: json.Skip(); break;
                }
            }
            _rejected.Add(new(candidate.Warehouse, Known(reason), lostAt, candidate.Figures(available, costUsd)));
        }
        return [.. _rejected];
    }

    private static ImmutableSortedDictionary<RejectionReason, int> ReadOthers(ref Utf8JsonReader json)
    {
        var others = RejectedWarehouses.None.Others;
        Expect(ref json, JsonTokenType.StartArray);
        while (NextItem(ref json))
        {
            var (reason, count) = (default(RejectionReason), 0);
            Expect(ref json, JsonTokenType.StartArray);
            for (var place = 0; NextItem(ref json); place++)
            {
                switch (place)
                {
                    case 0: reason = (RejectionReason)json.GetInt32(); break;
                    case 1: count = json.GetInt32(); break;
                    default: json.Skip(); break;
                }
            }
            others = others.Add(Known(reason), count);
        }
        return others;
    }

    private Candidate At(int place) => (uint)place < (uint)_candidates.Count
        ? _candidates[place]
        : throw new JsonException($"There is no candidate {place}.");

    private static T Known<T>(T value) where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new JsonException($"There is no {typeof(T).Name} {value}.");

    private static DateOnly? Day(ref Utf8JsonReader json) =>
        IsNull(ref json) ? null : DateOnly.FromDateTime(json.GetDateTime());

    private static bool IsNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null;

    private static bool NextMember(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.PropertyName;

    private static bool NextItem(ref Utf8JsonReader json) => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the member has that name; then its value is next.</summary>
    private static bool Is(ref Utf8JsonReader json, JsonEncodedText name) =>
        json.ValueTextEquals(name.EncodedUtf8Bytes) && json.Read();

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (json.TokenType != token)
            throw new JsonException($"{json.TokenType} stands where {token} is expected.");
    }

    /// <summary>A warehouse, and what is the same of it for every line.</summary>
    private struct Candidate
    {
        public WarehouseId Warehouse;
        public int? Band;
        public int? DistanceKm;
        public DateOnly? Arrival;

        /// <summary>Its figures for one line; null when the line says none.</summary>
        public readonly WarehouseFigures? Figures(long? available, decimal? costUsd) => available is { } units
            ? new(units, Band ?? throw new JsonException("No band."), DistanceKm, Arrival, costUsd)
            : null;
    }

    /// <summary>The members of units, as they come.</summary>
    private struct Unit
    {
        public int Line;
        public int Attempt;
        public Sku Sku;
        public long Quantity;
        public int From;
        public bool HasArrival;
        public DateOnly? Arrival;
        public SourcingRule Rule;
        public Items<int>? Equal;
        public long? Available;
        public decimal? CostUsd;
        public RejectedWarehouse[]? Rejected;
        public ImmutableSortedDictionary<RejectionReason, int>? Others;
    }
}
