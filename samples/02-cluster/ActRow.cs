using System.Globalization;

namespace ClusterSample;

/// <summary>An act as it is shown, with what the auditor had found by its end.</summary>
internal sealed class ActRow(Act act)
{
    /// <summary>The head of the lines.</summary>
    public const string Head =
        "act                                             orders  orders/s  longest gap  failed calls  lost  duplicated"
        + "   actors of each silo";

    /// <summary>The act.</summary>
    public Act Act => act;

    /// <summary>Acknowledged orders that were missing.</summary>
    public int Lost { get; private set; }

    /// <summary>Orders that had an effect twice.</summary>
    public int Duplicated { get; private set; }

    /// <summary>The cells behind the title, as text.</summary>
    public string[] Cells =>
    [
        act.Orders.ToString("#,##0", CultureInfo.InvariantCulture),
        act.OrdersPerSecond.ToString("0", CultureInfo.InvariantCulture),
        act.LongestGap.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture),
        act.FailedCalls.ToString(CultureInfo.InvariantCulture),
        Lost.ToString(CultureInfo.InvariantCulture),
        Duplicated.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The act in one line.</summary>
    public string Line => Cells is var cells
        ? $"{act.Title,-46} {cells[0],7} {cells[1],9} {cells[2],12} {cells[3],13} {cells[4],5} {cells[5],11}"
        : "";

    /// <summary>Asks the auditor.</summary>
    public void Count(Auditor auditor) => (Lost, Duplicated) = (auditor.Lost, auditor.Duplicated);
}
