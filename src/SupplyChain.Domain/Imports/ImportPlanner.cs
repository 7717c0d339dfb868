using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>
/// Groups rows by order, wherever in the file they are. A row that contradicts the rows before it is refused; the
/// others of its order are imported all the same.
/// </summary>
public sealed class ImportPlanner(ImportProfile profile, DateTimeOffset now, ImportFindings findings)
{
    private readonly RowReader _reader = new(profile, now);
    private readonly Dictionary<OrderId, ImportOrder> _orders = [];
    private readonly List<ImportOrder> _inOrder = [];
    private readonly HashSet<(OrderId, int)> _lines = [];
    private readonly Dictionary<ShipmentId, ImportRow> _shipments = [];
    private readonly Dictionary<Sku, PutProduct> _products = [];
    private readonly Dictionary<WarehouseId, PutWarehouse> _warehouses = [];
    private int _rows;

    /// <summary>Takes the next row.</summary>
    /// <param name="cells">Its cells in the order of <see cref="ImportProfile.Headings"/>.</param>
    public void Add(IReadOnlyList<string> cells)
    {
        if (_reader.Read(++_rows, cells, findings) is { } row)
            Add(row);
    }

    /// <summary>Takes the next row, which has not the cells it should have.</summary>
    public void AddBroken(string message) => findings.Refuse(++_rows, "", ImportCodes.Unreadable, message);

    /// <summary>What the rows so far ask for.</summary>
    public ImportPlan Plan() => new(_rows, _products, _warehouses, _inOrder);

    private void Add(ImportRow row)
    {
        var order = _orders.GetValueOrDefault(row.Order);
        if (Contradiction(row, order) is { } no)
        {
            findings.Refuse(row.Number, Column(no.Field), no.Code, no.Message);
            return;
        }
        if (order is null)
        {
            order = _orders[row.Order] = new(profile, row.Order);
            _inOrder.Add(order);
        }
        _lines.Add((row.Order, row.Line));
        _products.TryAdd(row.Sku, new(row.ProductName));
        if (row.Warehouse is { } warehouse)
            _warehouses.TryAdd(warehouse, new(row.WarehouseName!));
        if (order.Placed is { } placed && row.Placed is { } other && placed != other)
            Differs(row, ImportField.Placed, $"the order was placed on {placed:O}");
        order.Add(row);
        if (row.Shipment is { } shipment)
            Ship(shipment, row);
    }

    /// <summary>Remembers what the rows of a shipment say together: the first that is known counts.</summary>
    private void Ship(ShipmentId shipment, ImportRow row)
    {
        if (!_shipments.TryGetValue(shipment, out var known))
        {
            _shipments[shipment] = row;
            return;
        }
        if (known.Mode is { } mode && row.Mode is { } other && mode != other)
            Differs(row, ImportField.Mode, $"the shipment goes by '{mode}'");
        if (known.Freight is { } freight && row.Freight is { } cost && freight.Currency != cost.Currency)
            Differs(row, ImportField.Freight, $"the shipment's freight is in {freight.Currency}");
        _shipments[shipment] = known with
        {
            Mode = known.Mode ?? row.Mode,
            Freight = known.Freight ?? row.Freight,
            Delivered = known.Delivered ?? row.Delivered,
        };
    }

    private (ImportField Field, string Code, string Message)? Contradiction(ImportRow row, ImportOrder? order)
    {
        if (_lines.Contains((row.Order, row.Line)))
            return (ImportField.Line, FaultCodes.Duplicate, $"Order {row.Order} has line {row.Line} already.");
        if (_products.TryGetValue(row.Sku, out var product) && product.Description != row.ProductName)
            return (ImportField.Sku, ImportCodes.IdTaken, $"SKU {row.Sku} is '{product.Description}' in an earlier row.");
        if (row.Warehouse is { } id && _warehouses.TryGetValue(id, out var warehouse)
            && warehouse.Name != row.WarehouseName)
        {
            return (ImportField.Warehouse, ImportCodes.IdTaken, $"Warehouse {id} is '{warehouse.Name}' in an earlier row.");
        }
        if (order is not null && Contradiction(row, order.Rows[0], order.Rows.Count) is { } no)
            return no;
        return row.Shipment is { } shipment && _shipments.TryGetValue(shipment, out var goods)
            ? Contradiction(row, goods)
            : null;
    }

    private static (ImportField, string, string)? Contradiction(ImportRow row, ImportRow first, int lines) =>
        row.Customer != first.Customer ? (ImportField.Customer, ImportCodes.Disagrees, $"The order is of customer {first.Customer}.")
        : row.Country != first.Country ? (ImportField.Country, ImportCodes.Disagrees, $"The order goes to {first.Country}.")
        : lines >= Limits.MaxLines
            ? (ImportField.Order, FaultCodes.OutOfRange, $"The order has {Limits.MaxLines} lines, the most there can be.")
        : null;

    private static (ImportField, string, string)? Contradiction(ImportRow row, ImportRow goods) =>
        row.Order != goods.Order
            ? (ImportField.Shipment, ImportCodes.OtherOrder, $"Shipment {row.Shipment} carries goods of order {goods.Order}.")
        : row.Warehouse != goods.Warehouse
            ? (ImportField.Warehouse, ImportCodes.Disagrees, $"Shipment {row.Shipment} comes from {goods.Warehouse}.")
        : row.Delivered is { } day && goods.Delivered is { } known && day != known
            ? (ImportField.Delivered, ImportCodes.Disagrees, $"Shipment {row.Shipment} was delivered on {known:O}.")
        : null;

    private void Differs(ImportRow row, ImportField field, string rest) =>
        findings.Warn(row.Number, Column(field), ImportCodes.Disagrees, $"Not kept: {rest} in an earlier row.");

    private string Column(ImportField field) => profile.Fields[field].Columns[0];
}
