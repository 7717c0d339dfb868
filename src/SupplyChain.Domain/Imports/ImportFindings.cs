namespace SupplyChain.Imports;

/// <summary>What was noticed in the rows of a file: all of it is counted, the first of each severity are
/// kept.</summary>
/// <remarks>Rows are carried out side by side, so this may be called from several threads.</remarks>
/// <param name="most">The most findings a report holds.</param>
public sealed class ImportFindings(int most = ImportFindings.MaxReported)
{
    /// <summary>The most findings a report holds unless told otherwise.</summary>
    public const int MaxReported = 10_000;

    private readonly Lock _lock = new();
    private readonly List<FileFinding> _refusals = [];
    private readonly List<FileFinding> _warnings = [];
    private readonly HashSet<int> _refused = [];
    private int _warningCount;

    /// <summary>Rows refused.</summary>
    public int Refused
    {
        get
        {
            lock (_lock)
                return _refused.Count;
        }
    }

    /// <summary>Warnings noted.</summary>
    public int Warnings => Volatile.Read(ref _warningCount);

    /// <summary>The row is not imported.</summary>
    public void Refuse(int row, string column, string code, string message)
    {
        lock (_lock)
        {
            _refused.Add(row);
            if (_refusals.Count < most)
                _refusals.Add(new(row, column, ImportSeverity.Error, code, message));
        }
    }

    /// <summary>The row is not imported, because another one of its order was refused.</summary>
    public void HoldBack(int row, int holder, string column) => Refuse(
        row, "", ImportCodes.HeldBack,
        $"Held back by row {holder}{(column.Length > 0 ? $", column '{column}'" : "")}: "
        + "an order is placed whole or not at all.");

    /// <summary>A value of the row is kept as unknown.</summary>
    public void Warn(int row, string column, string code, string message)
    {
        lock (_lock)
        {
            _warningCount++;
            if (_warnings.Count < most)
                _warnings.Add(new(row, column, ImportSeverity.Warning, code, message));
        }
    }

    /// <summary>The file as a whole is not imported, or no further.</summary>
    public void Fail(string message)
    {
        lock (_lock)
            _refusals.Insert(0, new(0, "", ImportSeverity.Error, ImportCodes.BadFile, message));
    }

    /// <summary>The findings for a report: refusals first, each in row order, at most as many as it holds.</summary>
    public Items<FileFinding> Report()
    {
        lock (_lock)
        {
            return _refusals.OrderBy(finding => finding.Row)
                .Concat(_warnings.OrderBy(finding => finding.Row))
                .Take(most)
                .ToItems();
        }
    }
}
