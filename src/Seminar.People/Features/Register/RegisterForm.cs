namespace Seminar.People.Features.Register;

/// <summary>A registration as typed.</summary>
public sealed record RegisterForm(
    string? FirstName, string? LastName, string? Family, string? Organisation, string? Position, string? Departement, string? Email,
    string? Wish1, string? Wish2, string? Wish3, string? Age, string? Agrees, string? Parents)
{
    internal static RegisterForm Blank { get; } = new(null, null, null, null, null, null, null, null, null, null, null, null, null);
}
