namespace SupplyChain.Journal.PersonalData;

/// <summary>
/// One key per person (or company a text is about), kept apart from the journal so that it can be destroyed: with the
/// key, every sealed text of the subject is gone, while the journal's bytes and hashes stay.
/// </summary>
public interface ISubjectKeys
{
    /// <summary>The subject's key, made durable before it is given out for the first time.</summary>
    /// <exception cref="JournalUnavailableException">The keys could not be read or written.</exception>
    ValueTask<SubjectKey> GetOrCreateAsync(
        TenantId tenant, string subject, CancellationToken cancellationToken = default);

    /// <summary>The subject's key; null when it was erased or never existed.</summary>
    /// <exception cref="JournalUnavailableException">The keys could not be read.</exception>
    ValueTask<SubjectKey?> FindAsync(TenantId tenant, string subject, CancellationToken cancellationToken = default);

    /// <summary>Destroys the subject's key for good; whether there was one. A later text gets a new key.</summary>
    /// <exception cref="JournalUnavailableException">The keys could not be written.</exception>
    Task<bool> EraseAsync(TenantId tenant, string subject, CancellationToken cancellationToken = default);
}
