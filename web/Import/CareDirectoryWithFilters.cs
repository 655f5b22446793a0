using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>
/// The Care Quality Commission's "care directory with filters", its sheet of active locations saved as CSV: one
/// column for each service and each group of people, <c>Y</c> where it applies.
/// </summary>
internal sealed class CareDirectoryWithFilters : DirectoryLayout
{
    private const string ServiceType = "Service type - ";
    private const string ServiceUserBand = "Service user band - ";
    private const string Domiciliary = ServiceType + "Domiciliary care service";

    private static readonly ImmutableArray<string> SaysCareHome =
    [
        "Care home?", "Care home? (Y/N)", ServiceType + "Care home service with nursing", ServiceType + "Care home service without nursing",
    ];

    public override string Name => "CQC care directory with filters";

    public override ImmutableArray<string> Needed => ["Location ID", "Location Name", "Location Local Authority", "Location Postal Code"];

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        string Value(string column) => header.Value(values, column);
        bool IsYes(string column) => Value(column).Trim() is "Y" or "y" or "Yes";

        var (kind, passOver) = KindOf(SaysCareHome.Any(IsYes), IsYes(Domiciliary), IsYes("Dormant (Y/N)"));
        ImmutableArray<string> beforeTown =
            [.. Values.AddressParts(Value("Location Street Address")), .. Values.AddressParts(Value("Location Address Line 2"))];
        var town = Values.OneLine(Value("Location City"));
        return new(
            row,
            kind,
            passOver,
            Values.OneLine(Value("Location ID")),
            Values.OneLine(Value("Location Name")),
            Values.OneLine(Value("Location Local Authority")),
            [.. beforeTown, .. Values.AddressParts(town), .. Values.AddressParts(Value("Location County"))],
            beforeTown,
            town,
            Value("Location Postal Code"),
            Value("Location Telephone Number"),
            Value("Location Web Address"),
            Value("Location Latitude"),
            Value("Location Longitude"),
            Value("Location Latest Overall Rating"),
            Value("Care homes beds"),
            [.. Columns(header, ServiceType).Concat(Columns(header, ServiceUserBand))
                .Where(column => IsYes(column.Full)).Select(column => column.Short)]);
    }

    private static IEnumerable<(string Full, string Short)> Columns(Header header, string prefix) => header.Names
        .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(name => (name, name[prefix.Length..]));
}
