namespace PrivateLibrary;

public static class Greeting
{
    public static string Text => "Bonjour depuis la bibliothèque privée";
}
