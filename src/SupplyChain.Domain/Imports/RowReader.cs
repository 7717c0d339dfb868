using System.Diagnostics.CodeAnalysis;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>
/// Reads rows. One without its essentials is refused. What else cannot be read refuses a row of live business; in
/// history it is kept as unknown, with a warning.
/// </summary>
public sealed class RowReader
{
    private readonly ImportProfile _profile;
    private readonly CellReaders _readers;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <summary>A reader for files of a format.</summary>
    /// <param name="profile">The format.</param>
    /// <param name="now">Facts after this moment are not believed.</param>
    public RowReader(ImportProfile profile, DateTimeOffset now)
    {
        _profile = profile;
        _readers = new(profile, now);
        for (var index = 0; index < profile.Headings.Count; index++)
            _columns[profile.Headings[index]] = index;
    }

    /// <summary>What a row says; null when it had to be refused.</summary>
    /// <param name="number">Its number; 1 is the first data row.</param>
    /// <param name="cells">Its cells in the order of <see cref="ImportProfile.Headings"/>.</param>
    /// <param name="findings">Where everything noticed goes.</param>
    public ImportRow? Read(int number, IReadOnlyList<string> cells, ImportFindings findings) =>
        Read(number, cells, findings, out _);

    /// <inheritdoc cref="Read(int, IReadOnlyList{string}, ImportFindings)"/>
    internal ImportRow? Read(
        int number, IReadOnlyList<string> cells, ImportFindings findings, out RefusedRow? refused)
    {
        var row = new Cells(this, cells, new RowFindings(number, findings));
        var order = row.Id<OrderId>(ImportField.Order, true);
        int? line = row.TryRead(ImportField.Line, true, CellReaders.Line, out int said) ? said : null;
        var customer = row.Id<CustomerId>(ImportField.Customer, true);
        var country = row.TryRead<string>(ImportField.Country, true, _readers.Country, out var known) ? known : null;
        var sku = row.Id<Sku>(ImportField.Sku, true);
        row.TryRead(ImportField.Quantity, true, _readers.Quantity, out long quantity);
        var warehouse = row.Id<WarehouseId>(ImportField.Warehouse, _profile.ReceiveStock);
        var productName = row.Text(ImportField.ProductName, _profile.DefineMissing);
        var warehouseName = row.Text(ImportField.WarehouseName, false);
        var draft = new ImportRow
        {
            Number = number,
            Order = order ?? default,
            Line = line ?? 0,
            Customer = customer ?? default,
            Country = country ?? "",
            Sku = sku ?? default,
            ProductName = productName ?? sku?.Value ?? "",
            Quantity = quantity,
            Warehouse = warehouse,
            WarehouseName = warehouse is { } id ? warehouseName ?? id.Value : null,
        };
        // Of live business every fault is told at once; of history nothing more is asked of a row without essentials.
        var read = row.Findings.IsRefused && _profile.Partial ? draft : row.Rest(draft);
        refused = row.Findings.IsRefused ? new(number, row.Findings.Column, order, customer, country, line) : null;
        return refused is null ? read : null;
    }

    /// <summary>The order that a cell names; null when it names none.</summary>
    internal OrderId? OrderOf(string text)
    {
        CellReader<string> read = _profile.Fields[ImportField.Order].Slug ? CellReaders.Slugged : CellReaders.AsGiven;
        return read(text.Trim(), out var order) is null ? OrderId.Of(order) : default(OrderId?);
    }

    /// <summary>The cells of one row.</summary>
    private readonly struct Cells(RowReader reader, IReadOnlyList<string> cells, RowFindings findings)
    {
        public RowFindings Findings => findings;

        /// <summary>Whether a cell that cannot be taken refuses its row, although the row could do without.</summary>
        private bool IsStrict => !reader._profile.Partial;

        public ImportRow Rest(ImportRow row)
        {
            var currency = Currency();
            return Journey(row, currency) with
            {
                Value = Money(ImportField.Value, currency),
                Placed = Day(ImportField.Placed, reader._readers.PastDay),
                Scheduled = Day(ImportField.Scheduled, reader._readers.Day),
            };
        }

        private ImportRow Journey(ImportRow row, string? currency)
        {
            var delivered = Day(ImportField.Delivered, reader._readers.PastDay);
            var shipment = Id<ShipmentId>(ImportField.Shipment, false);
            if (shipment is null && delivered is not null)
            {
                findings.Note(
                    IsStrict, reader._profile.Fields[ImportField.Shipment].Columns[0], FaultCodes.Required,
                    "Delivered, but without a shipment: the delivery is not kept.");
            }
            return row with
            {
                Shipment = shipment,
                Mode = Text(ImportField.Mode, false),
                WeightKg = TryRead(ImportField.WeightKg, false, reader._readers.Measure, out double kg) ? kg : null,
                Freight = Money(ImportField.Freight, currency),
                Delivered = shipment is null ? null : delivered,
            };
        }

        public T? Id<T>(ImportField field, bool essential) where T : struct, IIdentifier<T>
        {
            var slug = reader._profile.Fields.TryGetValue(field, out var rule) && rule.Slug;
            CellReader<string> read = slug ? CellReaders.Slugged : CellReaders.AsGiven;
            return TryRead(field, essential, read, out var id) ? T.Of(id) : null;
        }

        public string? Text(ImportField field, bool essential) =>
            TryRead<string>(field, essential, CellReaders.Text, out var text) ? text : null;

        private string? Currency() =>
            TryRead<string>(ImportField.Currency, false, CellReaders.Currency, out var currency)
                ? currency
                : reader._profile.Currency;

        private Money? Money(ImportField field, string? currency)
        {
            if (!TryRead(field, false, reader._readers.Amount, out decimal amount))
                return null;
            if (currency is not null)
                return new(amount, currency);
            findings.Note(
                IsStrict, reader._profile.Fields[field].Columns[0], FaultCodes.Required,
                "An amount without a currency is not kept.");
            return null;
        }

        private DateOnly? Day(ImportField field, CellReader<DateOnly> read) =>
            TryRead(field, false, read, out var day) ? day : null;

        /// <summary>Reads the first of a field's columns that says something, and notes why there is none.</summary>
        public bool TryRead<T>(
            ImportField field, bool essential, CellReader<T> read, [MaybeNullWhen(false)] out T value)
        {
            value = default;
            if (!reader._profile.Fields.TryGetValue(field, out var rule))
                return false;
            (string Column, string Code, string Message)? reason = null;
            var isFaulty = false;
            foreach (var column in rule.Columns)
            {
                var text = cells[reader._columns[column]].AsSpan().Trim().ToString();
                if (Silence(rule, text) is { } why)
                {
                    reason ??= why.Code.Length > 0 ? (column, why.Code, why.Message) : null;
                    continue;
                }
                if (read(text, out value) is not { } fault)
                {
                    if (reason is { } before && isFaulty && IsStrict)
                        findings.Refuse(before.Column, before.Code, before.Message);
                    return true;
                }
                reason = (column, fault.Code, Explain(fault, text));
                isFaulty = true;
            }

            if (reason is null && (essential || field == ImportField.Placed))
                reason = (rule.Columns[0], FaultCodes.Required, "The cell is empty.");
            if (reason is { } found)
                findings.Note(essential || (isFaulty && IsStrict), found.Column, found.Code, found.Message);
            return false;
        }

        /// <summary>Why a cell says nothing; an empty code when it is just empty, null when it does say
        /// something.</summary>
        private static (string Code, string Message)? Silence(FieldRule rule, string text) =>
            text.Length == 0 ? ("", "")
            : rule.Unknown.Contains(text) ? (ImportCodes.Unknown, $"'{text}' is kept as unknown.")
            : rule.OtherRow?.IsMatch(text) == true
                ? (ImportCodes.OtherRow, $"'{Shown(text)}' points at another row; nothing is taken over from there.")
            : null;

        private static string Explain(CellFault fault, string text) => fault.Code switch
        {
            FaultCodes.MalformedId => Identifier.Explain(Shown(text), text),
            ImportCodes.UnknownCountry => $"'{Shown(text)}' {fault.Says}. {Countries.Explain(text)}",
            _ => $"'{Shown(text)}' {fault.Says}.",
        };

        private static string Shown(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 60)}…";
    }
}
