using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>Care homes as collated by Trafford Data Lab: every row is one, <c>NA</c> stands for what is not known.</summary>
internal sealed class TraffordLayout : DirectoryLayout
{
    public override string Name => "Trafford Data Lab's care homes";

    public override ImmutableArray<string> Needed => ["name", "type", "address", "postcode", "area_name"];

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        var address = Values.AddressParts(header.Value(values, "address"));
        return new(
            row,
            SiteKind.CareHome,
            PassOver: null,
            Reference: null,
            Values.OneLine(header.Value(values, "name")),
            Values.OneLine(header.Value(values, "area_name")),
            address,
            address.Length > 1 ? address[..^1] : [],
            address.LastOrDefault(),
            header.Value(values, "postcode"),
            header.Value(values, "telephone"),
            header.Value(values, "website"),
            header.Value(values, "lat"),
            header.Value(values, "lon"),
            Rating: null,
            Beds: null,
            Several(header.Value(values, "type")));
    }
}
