using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>
/// The Care Quality Commission's plain care directory, which it publishes as CSV with lines of title above the
/// header. It has neither beds, ratings nor positions.
/// </summary>
internal sealed class CareDirectory : DirectoryLayout
{
    private static readonly ImmutableArray<string> CareHomes = ["Residential homes", "Nursing homes", "Care home"];

    public override string Name => "CQC care directory";

    public override ImmutableArray<string> Needed => ["Name", "Postcode", "Service types", "Local authority", "CQC Location ID (for office use only)"];

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        var types = Several(header.Value(values, "Service types"));
        var (kind, passOver) = KindOf(
            types.Any(type => CareHomes.Any(home => type.StartsWith(home, StringComparison.OrdinalIgnoreCase))),
            types.Contains("Homecare agencies", StringComparer.OrdinalIgnoreCase),
            isDormant: false);
        var address = Values.AddressParts(header.Value(values, "Address"));
        return new(
            row,
            kind,
            passOver,
            Values.OneLine(header.Value(values, "CQC Location ID (for office use only)")),
            Values.OneLine(header.Value(values, "Name")),
            Values.OneLine(header.Value(values, "Local authority")),
            address,
            address.Length > 1 ? address[..^1] : [],
            address.LastOrDefault(),
            header.Value(values, "Postcode"),
            header.Value(values, "Phone number"),
            header.Value(values, "Service's website (if available)"),
            Latitude: null,
            Longitude: null,
            Rating: null,
            Beds: null,
            [.. types, .. Several(header.Value(values, "Specialisms/services"))]);
    }
}
