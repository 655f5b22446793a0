using System.Security.Cryptography;
using System.Text;

namespace CapacityBoard.Ui.Forms;

/// <summary>Ids of a page's elements that stand for things with ids of any characters: holds, bed labels.</summary>
public static class ElementId
{
    private const int Characters = 10;

    /// <summary>Always the same for the same thing, so that a page swapped for its newer self keeps focus and place.</summary>
    public static string Of(string kind, string thing) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing)))[..Characters]}";
}
