namespace Seminar.Host.Accounts.Team;

/// <summary>A new account as typed.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Role">Name of a role.</param>
/// <param name="Workshop">Key of the theme, for the roles of a workshop.</param>
public sealed record AccountForm(string? Name, string? Email, string? Role, string? Workshop)
{
    internal static AccountForm Blank { get; } = new(null, null, null, null);
}
