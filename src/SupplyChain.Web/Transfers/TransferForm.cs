using System.Globalization;

namespace SupplyChain.Transfers;

/// <summary>A transfer as it is written.</summary>
public sealed class TransferForm
{
    /// <summary>The number it is requested under, chosen once.</summary>
    public string Number { get; set; } = "";

    /// <summary>The source; empty while none is chosen.</summary>
    public string From { get; set; } = "";

    /// <summary>The destination; empty while none is chosen.</summary>
    public string To { get; set; } = "";

    /// <summary>1 (highest) to 5.</summary>
    public int Priority { get; set; } = 3;

    /// <summary>The date wanted, as the browser writes it; empty when none is.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>What is to go.</summary>
    public List<TransferFormLine> Lines { get; } = [];

    /// <summary>Units of all lines, as far as they are numbers.</summary>
    public long Units => Lines.Sum(line => line.Units ?? 0);

    /// <summary>The form that these fields are of, as the browser keeps them; null when they are of none.</summary>
    public static TransferForm? Read(IReadOnlyDictionary<string, string> fields)
    {
        if (!Identifier.IsValid(Text("number")))
        {
            return null;
        }
        var form = new TransferForm
        {
            Number = Text("number"),
            From = Text("from"),
            To = Text("to"),
            Priority = int.TryParse(
                Text("priority"), NumberStyles.None, CultureInfo.InvariantCulture, out var priority) ? priority : 3,
            RequestedBy = Text("requestedBy"),
        };
        for (var index = 0; fields.ContainsKey($"lines/{index}/sku"); index++)
        {
            form.Lines.Add(new()
            {
                Sku = Text($"lines/{index}/sku"),
                Quantity = Text($"lines/{index}/quantity"),
            });
        }
        return form.Lines.Count == 0 ? null : form;

        string Text(string name) => fields.GetValueOrDefault(name, "").Trim();
    }

    /// <summary>The request, as far as it is written; <see cref="Faults"/> says what is missing.</summary>
    public RequestTransfer Request() => new(
        From, To, Lines.Select(line => new RequestTransferLine(line.Sku, line.Units ?? 0)).ToItems(), Priority,
        DateOnly.TryParse(RequestedBy, CultureInfo.InvariantCulture, out var day) ? day : null);

    /// <summary>What is not right with it, each once, with what a form knows better than a command.</summary>
    public Items<Fault> Faults() => Request().Validate().DistinctBy(fault => fault.Pointer).Select(fault =>
        fault.Pointer switch
        {
            "/from" when From.Length == 0 => fault with { Message = "Choose a warehouse." },
            "/to" when To.Length == 0 => fault with { Message = "Choose a warehouse." },
            "/to" when From == To => fault with { Message = "Choose another one than the source." },
            _ => fault,
        }).ToItems();
}

/// <summary>A line of a transfer as it is written.</summary>
public sealed class TransferFormLine
{
    /// <summary>The product.</summary>
    public string Sku { get; set; } = "";

    /// <summary>The units, as they are typed.</summary>
    public string Quantity { get; set; } = "";

    /// <summary>The units; null while that is no number of units.</summary>
    public long? Units => long.TryParse(
        Quantity, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var units)
        && units is >= 1 and <= Limits.MaxQuantity ? units : null;
}
