using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Holds;

/// <summary>
/// The ids of operations at the other side of a hold. They are the same whoever runs them, so that each is done once.
/// </summary>
internal static class HoldOperations
{
    private const int Characters = 32;

    /// <summary>A hold's own id is unique only at its site, and may already be as long as an operation id may be.</summary>
    public static string Of(SiteKey place, Hold hold) =>
        $"hold-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}|{hold.Id}")))[..Characters]}";
}
