namespace SupplyChain.Bench;

/// <summary>
/// How far the lists were behind while it was measured, and whether they fell further behind: a load is sustained only
/// when what it writes is also read.
/// </summary>
internal sealed class LagTrend
{
    /// <summary>Seconds of lag a second from which on it grows.</summary>
    public const double GrowthLimit = 0.02;

    /// <summary>Seconds of lag up to which growth may be chance.</summary>
    public const double LagLimit = 1;

    private readonly List<(double At, double Lag)> _samples = [];

    /// <summary>Adds what was seen.</summary>
    /// <param name="at">Seconds since the measurement began.</param>
    /// <param name="lag">Seconds the lists were behind.</param>
    public void Add(double at, double lag) => _samples.Add((at, lag));

    /// <summary>What it says when the measurement is over.</summary>
    public LagFigures Figures()
    {
        if (_samples.Count == 0)
            return new(null, null, null, null);
        var sorted = _samples.Select(sample => sample.Lag).Order().ToArray();
        double Ms(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)] * 1_000;
        return new(Ms(0.5), Ms(0.99), _samples[^1].Lag * 1_000, Slope());
    }

    /// <summary>Of the straight line that fits best (least squares); null while any fits.</summary>
    private double? Slope()
    {
        var (meanAt, meanLag) = (_samples.Average(sample => sample.At), _samples.Average(sample => sample.Lag));
        var spread = _samples.Sum(sample => (sample.At - meanAt) * (sample.At - meanAt));
        return spread > 0
            ? _samples.Sum(sample => (sample.At - meanAt) * (sample.Lag - meanLag)) / spread
            : null;
    }
}
