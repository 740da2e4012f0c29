using Seminar.Offer.Standard;

namespace Seminar.Offer.Features.ShowSheet;

/// <summary>Where a sheet is on this site. Identifiers may hold slashes, which stay as they are.</summary>
internal static class SheetAddress
{
    public const string Services = OfferPages.Address + "/services";
    public const string Structures = OfferPages.Address + "/structures";

    public static string Of(Sheet sheet) => Of(sheet.Kind, sheet.Id);

    public static string Of(SheetKind kind, string id) =>
        $"{(kind == SheetKind.Service ? Services : Structures)}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";
}
