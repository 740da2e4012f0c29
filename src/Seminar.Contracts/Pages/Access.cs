namespace Seminar.Contracts.Pages;

/// <summary>
/// Names of the authorization policies that an endpoint may require. The host defines what each one asks for;
/// an endpoint that names none is open to administrators only.
/// </summary>
public static class Access
{
    /// <summary>Reading a published seminar: anyone.</summary>
    public const string Read = "seminar.read";

    /// <summary>Adding to a seminar: its team. Never anonymous.</summary>
    public const string Contribute = "seminar.contribute";

    /// <summary>Running the host: themes, imports, backups. Administrators.</summary>
    public const string Administer = "seminar.administer";
}
