using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>
/// Which events of other actors name an order: a row an order, to which each batch adds what it brought, as the journal
/// has it.
/// </summary>
internal sealed class MentionTable(ITableWriter tables)
{
    private const char Field = ' '; // no id holds it
    private const char End = '\n';

    private readonly IRowWriter _append =
        tables.Prepare(RowChange.Upsert("order_mentions", "tenant, number", appended: "events"));

    private readonly Dictionary<(TenantId Tenant, OrderId Order), List<JournaledEvent>> _noted = [];
    private readonly StringBuilder _text = new();

    /// <summary>Notes the orders that an event names.</summary>
    public void Note(JournaledEvent row, IEnumerable<OrderId> orders)
    {
        foreach (var order in orders)
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_noted, (row.Stream.Tenant, order), out _);
            (rows ??= []).Add(row);
        }
    }

    /// <summary>Writes what was noted.</summary>
    public void Write()
    {
        foreach (var ((tenant, order), rows) in _noted)
        {
            rows.Sort((one, other) => one.Position.CompareTo(other.Position));
            _text.Clear();
            rows.ForEach(Add);
            _append.Bind(1, tenant.Value).Bind(2, order.Value).Bind(3, _text.ToString()).Run();
        }
        _noted.Clear();
    }

    /// <summary>Forgets what was noted: the batch was not written.</summary>
    public void Forget() => _noted.Clear();

    /// <summary>The mentions of an order, as recorded.</summary>
    public static List<OrderMention> Read(IReadSession session, TenantId tenant, OrderId order)
    {
        var events = new ReadQuery(
            "SELECT events FROM order_mentions WHERE tenant = ? AND number = ?", tenant.Value, order.Value)
            .First(session, row => row.Text(0)) ?? "";
        return
        [
            .. events.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(text => Mention(tenant, text))
                .OrderBy(mention => mention.RecordedAt)
                .ThenBy(mention => mention.Stream.Kind, StringComparer.Ordinal)
                .ThenBy(mention => mention.Stream.Id, StringComparer.Ordinal).ThenBy(mention => mention.Version),
        ];
    }

    private void Add(JournaledEvent row) => _text.Append(
        CultureInfo.InvariantCulture,
        $"{row.Stream.Kind}{Field}{row.Stream.Id}{Field}{row.Version}{Field}"
        + $"{JournalTime.ToMicroseconds(row.RecordedAt)}{End}");

    private static OrderMention Mention(TenantId tenant, string text)
    {
        var fields = text.Split(Field);
        return new(
            new(tenant, fields[0], fields[1]), long.Parse(fields[2], CultureInfo.InvariantCulture),
            JournalTime.FromMicroseconds(long.Parse(fields[3], CultureInfo.InvariantCulture)));
    }
}
