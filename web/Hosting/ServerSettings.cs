namespace CapacityBoard.Hosting;

/// <summary>A server's command-line settings; all others are in appsettings.json and the environment.</summary>
/// <param name="DataFolder">Null to use the configuration.</param>
/// <param name="Journal">The connection string of a PostgreSQL journal; null to use the configuration.</param>
/// <param name="Demonstration">Make an empty board a demonstration of Stockport, and keep it changing.</param>
/// <param name="DemonstrationForAll">Let a demonstration answer other machines too.</param>
internal sealed record ServerSettings(string Urls, string? DataFolder = null, string? Journal = null, bool Demonstration = false, bool DemonstrationForAll = false)
{
    /// <summary>More settings, overriding those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public IEnumerable<KeyValuePair<string, string?>> AsConfiguration()
    {
        yield return new("urls", Urls);
        yield return new("Demonstration:Enabled", Demonstration.ToString());
        if (DemonstrationForAll)
        {
            yield return new("Demonstration:ForAll", bool.TrueString);
        }

        if (DataFolder is not null)
        {
            yield return new("Journal:DataFolder", DataFolder);
        }

        if (Journal is not null)
        {
            yield return new("Journal:ConnectionString", Journal);
        }

        foreach (var setting in More)
        {
            yield return setting;
        }
    }
}
