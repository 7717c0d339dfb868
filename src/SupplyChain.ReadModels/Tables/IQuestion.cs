namespace SupplyChain.Tables;

/// <summary>A statement that returns rows. Parameters are numbered from 1.</summary>
internal interface IQuestion
{
    IQuestion Bind(int parameter, string? text);
    IQuestion Bind(int parameter, long? number);
    IQuestion Bind(int parameter, double? number);

    /// <summary>Every row's value.</summary>
    List<T> All<T>(Func<IRow, T> read);

    /// <summary>The first row's value, the default when there is no row.</summary>
    T? First<T>(Func<IRow, T> read);

    /// <summary>Every row, without keeping any.</summary>
    void Each(Action<IRow> read);
}
