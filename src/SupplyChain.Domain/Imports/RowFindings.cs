namespace SupplyChain.Imports;

/// <summary>The findings of one row while it is read.</summary>
internal sealed class RowFindings(int row, ImportFindings all)
{
    /// <summary>Whether the row cannot be imported.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The column of the first fault.</summary>
    public string Column { get; private set; } = "";

    public void Refuse(string column, string code, string message)
    {
        if (!IsRefused)
            Column = column;
        IsRefused = true;
        all.Refuse(row, column, code, message);
    }

    public void Warn(string column, string code, string message) => all.Warn(row, column, code, message);

    /// <summary>An essential that is missing refuses the row; anything else is kept as unknown.</summary>
    public void Note(bool essential, string column, string code, string message)
    {
        if (essential)
            Refuse(column, code, message);
        else
            Warn(column, code, message);
    }
}
