using System.Collections.Immutable;
using System.Text.Json;
using static SupplyChain.Orders.CompactProposal;

namespace SupplyChain.Orders;

/// <summary>Writes the stored form of a proposal; see <see cref="CompactProposal"/>.</summary>
internal ref struct CompactProposalWriter(Utf8JsonWriter json, CompactCandidates candidates)
{
    private int _mention;

    /// <summary>The whole proposal.</summary>
    public void Write(OrderEvent.AllocationProposed proposed)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Method, (int)proposed.Method);
        json.WriteStartArray(Names.Candidates);
        foreach (var (warehouse, figures) in candidates.All)
        {
            json.WriteStartArray();
            json.WriteStringValue(warehouse.Value);
            if (figures is not null)
                Write(figures);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray(Names.Units);
        foreach (var unit in proposed.Units.AsSpan())
            Write(unit);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private readonly void Write(WarehouseFigures figures)
    {
        json.WriteNumberValue(figures.Band);
        if (figures.DistanceKm is { } distanceKm)
            json.WriteNumberValue(distanceKm);
        else if (figures.Arrival is not null)
            json.WriteNullValue();
        if (figures.Arrival is { } arrival)
            Write(arrival);
    }

    private void Write(ProposedUnits unit)
    {
        var from = candidates[_mention++];
        json.WriteStartObject();
        json.WriteNumber(Names.Line, unit.Line);
        json.WriteNumber(Names.Attempt, unit.Attempt);
        json.WriteString(Names.Sku, unit.Sku.Value);
        json.WriteNumber(Names.Quantity, unit.Quantity);
        json.WriteNumber(Names.From, from);
        if (unit.Arrival != candidates.All[from].Figures?.Arrival)
        {
            json.WritePropertyName(Names.Arrival);
            if (unit.Arrival is { } arrival)
                Write(arrival);
            else
                json.WriteNullValue();
        }
        Write(unit.Why);
        json.WriteEndObject();
    }

    private void Write(AllocationReason why)
    {
        json.WriteNumber(Names.Rule, (int)why.Rule);
        if (why.Equal is { } equal)
        {
            json.WriteStartArray(Names.Equal);
            foreach (var count in equal.AsSpan())
                json.WriteNumberValue(count);
            json.WriteEndArray();
        }
        if (why.Figures is { } figures)
        {
            json.WriteNumber(Names.Available, figures.Available);
            if (figures.CostUsd is { } costUsd)
                json.WriteNumber(Names.CostUsd, costUsd);
        }
        if (!why.Rejected.IsEmpty)
        {
            json.WriteStartArray(Names.Rejected);
            foreach (var rejected in why.Rejected.AsSpan())
                Write(rejected);
            json.WriteEndArray();
        }
        if (!why.Others.IsEmpty)
            Write(why.Others);
    }

    private void Write(RejectedWarehouse rejected)
    {
        json.WriteStartArray();
        json.WriteNumberValue(candidates[_mention++]);
        json.WriteNumberValue((int)rejected.Reason);
        if (rejected.LostAt is { } lostAt)
            json.WriteNumberValue((int)lostAt);
        else if (rejected.Figures is not null)
            json.WriteNullValue();
        if (rejected.Figures is { } figures)
        {
            json.WriteNumberValue(figures.Available);
            if (figures.CostUsd is { } costUsd)
                json.WriteNumberValue(costUsd);
        }
        json.WriteEndArray();
    }

    private readonly void Write(ImmutableSortedDictionary<RejectionReason, int> others)
    {
        json.WriteStartArray(Names.Others);
        foreach (var (reason, count) in others)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)reason);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private readonly void Write(DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out var length, "O");
        json.WriteStringValue(text[..length]);
    }
}
