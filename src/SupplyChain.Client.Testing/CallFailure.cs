using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>How a call can fail, as a program outside sees it.</summary>
public enum CallFailure
{
    /// <summary>Too much is waiting: <see cref="BusyException"/>. Nothing was done.</summary>
    Busy,

    /// <summary>No node answers: <see cref="UnavailableException"/>. Nothing was done.</summary>
    Unavailable,

    /// <summary>
    /// It was done, and the answer was lost: <see cref="UnavailableException"/>, like the one before. A program cannot
    /// tell the two apart, and has to ask again under the same id.
    /// </summary>
    AnswerLost,

    /// <summary>
    /// The tenant's calls of the day are used up: <see cref="QuotaExceededException"/>, whose
    /// <see cref="QuotaExceededException.EndsAt"/> is midnight UTC by the chain's clock. Nothing was done.
    /// </summary>
    OverQuota,
}
