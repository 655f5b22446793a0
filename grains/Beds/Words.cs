using System.Text.Json;

namespace CapacityBoard.Beds;

/// <summary>Codes as they stand in JSON, messages and addresses: <c>general-nursing</c>.</summary>
public static class Words
{
    public static string Of(Enum code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
