using Seminar.Host.Access;
using Seminar.Host.Data;
using Seminar.Host.Startup;

namespace Seminar.Host.Commands;

internal static class AccessCommands
{
    public static int Show(SeminarOptions options)
    {
        Console.WriteLine(AccessKey.ReadOrCreate(new DataFolder(options.Data).AccessKey).Text);
        return 0;
    }
}
