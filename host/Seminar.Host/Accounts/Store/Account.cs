namespace Seminar.Host.Accounts.Store;

/// <summary>Someone of the team who signs in, as read. Whatever changes is written by <see cref="AccountChanges"/>, piece by piece.</summary>
/// <remarks>Not a record: ASP.NET Core Identity makes one to hash a password.</remarks>
internal sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Email { get; init; } = "";

    public string NormalizedEmail { get; init; } = "";

    public string Name { get; init; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; init; } = NewStamp();

    public string? LinkStamp { get; init; }

    public bool TwoFactor { get; init; }

    public string? AuthenticatorKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
