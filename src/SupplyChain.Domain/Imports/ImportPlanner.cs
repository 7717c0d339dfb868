using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>
/// Groups rows by order, wherever in the file they are. A row that cannot be read, or contradicts the rows before it,
/// is refused; the others of its order are held back with it, or imported all the same where the profile is partial.
/// </summary>
/// <remarks>Every row that can be read is held until the file has been read, so what becomes of an order depends on the
/// file alone, however often it is read.</remarks>
public sealed class ImportPlanner(ImportProfile profile, DateTimeOffset now, ImportFindings findings)
{
    private readonly RowReader _reader = new(profile, now);
    private readonly Dictionary<OrderId, ImportOrder> _orders = [];
    private readonly List<ImportOrder> _inOrder = [];
    private readonly HeldOrders _held = new();
    private readonly HashSet<(OrderId, int)> _lines = [];
    private readonly Dictionary<ShipmentId, ImportRow> _shipments = [];
    private readonly Dictionary<Sku, PutProduct> _products = [];
    private readonly Dictionary<WarehouseId, PutWarehouse> _warehouses = [];
    private int _rows;

    /// <summary>Takes the next row.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cells">Its cells in the order of <see cref="ImportProfile.Headings"/>.</param>
    public void Add(int number, IReadOnlyList<string> cells)
    {
        _rows++;
        if (_reader.Read(number, cells, findings, out var refused) is { } row)
            Add(row);
        else
            Refused(refused!);
    }

    /// <summary>Takes the next row, which has not as many cells as the heading.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="order">What it has where orders have their numbers, or less.</param>
    /// <param name="mayBeShifted">Whether that cell may be another one.</param>
    /// <param name="message">What is wrong, for people.</param>
    public void AddBroken(int number, string order, bool mayBeShifted, string message)
    {
        _rows++;
        findings.Refuse(number, "", ImportCodes.Unreadable, message);
        Refused(new(number, "", _reader.OrderOf(order)) { MayBeOfAnother = mayBeShifted });
    }

    /// <summary>What the rows ask for, once all of them were added.</summary>
    public ImportPlan Plan()
    {
        var orders = profile.Partial ? _inOrder : Whole();
        var products = new Dictionary<Sku, PutProduct>();
        var warehouses = new Dictionary<WarehouseId, PutWarehouse>();
        foreach (var row in orders.SelectMany(order => order.Rows))
        {
            products.TryAdd(row.Sku, _products[row.Sku]);
            if (row.Warehouse is { } warehouse)
                warehouses.TryAdd(warehouse, _warehouses[warehouse]);
        }
        return new(_rows, products, warehouses, orders);
    }

    /// <summary>The orders that nothing holds back; the rows of the others are refused.</summary>
    private List<ImportOrder> Whole()
    {
        _held.Settle(_orders, _lines);
        var whole = new List<ImportOrder>();
        foreach (var order in _inOrder)
        {
            if (_held.HolderOf(order.Number) is not { } holder)
            {
                whole.Add(order);
                continue;
            }
            foreach (var row in order.Rows)
                findings.HoldBack(row.Number, holder.Number, holder.Column);
        }
        return whole;
    }

    private void Add(ImportRow row)
    {
        var order = _orders.GetValueOrDefault(row.Order);
        var differences = Differences(row, order).ToList();
        if (Contradiction(row, order) is { } no)
            Refuse(row, no.Field, no.Code, no.Message);
        else if (!profile.Partial && differences is [var (field, told), ..])
            Refuse(row, field, ImportCodes.Disagrees, $"It differs: {told} in an earlier row.");
        else
            Keep(row, order, differences);
    }

    private void Keep(ImportRow row, ImportOrder? order, List<(ImportField Field, string Told)> differences)
    {
        if (order is null)
        {
            order = _orders[row.Order] = new(profile, row.Order);
            _inOrder.Add(order);
        }
        _held.Pass(row.Order);
        _lines.Add((row.Order, row.Line));
        _products.TryAdd(row.Sku, new(row.ProductName));
        if (row.Warehouse is { } warehouse)
            _warehouses.TryAdd(warehouse, new(row.WarehouseName!));
        foreach (var (field, told) in differences)
            findings.Warn(row.Number, Column(field), ImportCodes.Disagrees, $"Not kept: {told} in an earlier row.");
        order.Add(row);
        if (row.Shipment is { } shipment)
            Ship(shipment, row);
    }

    private void Refuse(ImportRow row, ImportField field, string code, string message)
    {
        findings.Refuse(row.Number, Column(field), code, message);
        Refused(new(row.Number, Column(field), row.Order));
    }

    private void Refused(RefusedRow row)
    {
        if (profile.Partial)
            return;
        _held.Refuse(row);
        if (row is { Order: { } order, MayBeOfAnother: false })
            _held.Pass(order);
    }

    /// <summary>Remembers what the rows of a shipment say together: the first that is known counts.</summary>
    private void Ship(ShipmentId shipment, ImportRow row) =>
        _shipments[shipment] = !_shipments.TryGetValue(shipment, out var known) ? row : known with
        {
            Mode = known.Mode ?? row.Mode,
            Freight = known.Freight ?? row.Freight,
            Delivered = known.Delivered ?? row.Delivered,
        };

    /// <summary>What history can live with: the first row counts.</summary>
    private IEnumerable<(ImportField Field, string Told)> Differences(ImportRow row, ImportOrder? order)
    {
        if (order?.Placed is { } placed && row.Placed is { } day && placed != day)
            yield return (ImportField.Placed, $"the order was placed on {placed:O}");
        if (row.Shipment is not { } shipment || !_shipments.TryGetValue(shipment, out var known))
            yield break;
        if (known.Mode is { } mode && row.Mode is { } other && mode != other)
            yield return (ImportField.Mode, $"the shipment goes by '{mode}'");
        if (known.Freight is { } freight && row.Freight is { } cost && freight.Currency != cost.Currency)
            yield return (ImportField.Freight, $"the shipment's freight is in {freight.Currency}");
    }

    private (ImportField Field, string Code, string Message)? Contradiction(ImportRow row, ImportOrder? order)
    {
        if (_lines.Contains((row.Order, row.Line)))
            return (ImportField.Line, FaultCodes.Duplicate, $"Order {row.Order} has line {row.Line} already.");
        if (_products.TryGetValue(row.Sku, out var product) && product.Description != row.ProductName)
        {
            return (
                ImportField.Sku, ImportCodes.IdTaken,
                $"SKU {row.Sku} is '{product.Description}' in an earlier row.");
        }
        if (row.Warehouse is { } id && _warehouses.TryGetValue(id, out var warehouse)
            && warehouse.Name != row.WarehouseName)
        {
            return (
                ImportField.Warehouse, ImportCodes.IdTaken,
                $"Warehouse {id} is '{warehouse.Name}' in an earlier row.");
        }
        if (order is not null && Contradiction(row, order.Rows[0], order.Rows.Count) is { } no)
            return no;
        return row.Shipment is { } shipment && _shipments.TryGetValue(shipment, out var goods)
            ? Contradiction(row, goods)
            : null;
    }

    private static (ImportField, string, string)? Contradiction(ImportRow row, ImportRow first, int lines) =>
        row.Customer != first.Customer
            ? (ImportField.Customer, ImportCodes.Disagrees, $"The order is of customer {first.Customer}.")
        : row.Country != first.Country
            ? (ImportField.Country, ImportCodes.Disagrees, $"The order goes to {first.Country}.")
        : lines >= Limits.MaxLines
            ? (ImportField.Order, FaultCodes.OutOfRange,
                $"The order has {Limits.MaxLines} lines, the most there can be.")
        : null;

    private static (ImportField, string, string)? Contradiction(ImportRow row, ImportRow goods) =>
        row.Order != goods.Order
            ? (ImportField.Shipment, ImportCodes.OtherOrder,
                $"Shipment {row.Shipment} carries goods of order {goods.Order}.")
        : row.Warehouse != goods.Warehouse
            ? (ImportField.Warehouse, ImportCodes.Disagrees, $"Shipment {row.Shipment} comes from {goods.Warehouse}.")
        : row.Delivered is { } day && goods.Delivered is { } known && day != known
            ? (ImportField.Delivered, ImportCodes.Disagrees, $"Shipment {row.Shipment} was delivered on {known:O}.")
        : null;

    private string Column(ImportField field) => profile.Fields[field].Columns[0];
}
