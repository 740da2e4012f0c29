namespace Seminar.Host.Accounts.Entering;

internal static class LocalAddress
{
    /// <summary>Only an address of this site: anything else would make the page a springboard to another.</summary>
    public static string Read(string? address) =>
        address is ['/', not '/' and not '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
