using System.CommandLine.Parsing;
using Microsoft.AspNetCore.Http;

namespace CapacityBoard.Hosting;

/// <summary>Checks the addresses to listen at that the command line gives.</summary>
internal static class Addresses
{
    public static void Check(OptionResult option)
    {
        foreach (var address in option.GetValueOrDefault<string>().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(address))
            {
                option.AddError($"--urls: '{address}' is not an address to listen on. Write it like http://localhost:5080.");
            }
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
