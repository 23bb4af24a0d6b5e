/** The help as a page of its own: a phone opens it beside its session, and anybody may read it. */
import '../styles/base.css';
import '../styles/content.css';
import { mount } from 'svelte';
import { type HelpScreen, helpScreens } from '../../shared/help/topic.ts';
import { browserLanguage } from '../live/browser-language.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import { openStorage } from '../live/storage.ts';
import HelpPage from './HelpPage.svelte';
import { loadHelp } from './load-help.ts';

const language = new ScreenLanguage(openStorage(), 'ig.language', browserLanguage());
const asked = location.hash.slice(1);
const screen: HelpScreen = helpScreens.find((one) => one === asked) ?? 'phone';
const words = await loadHelp(language.current);
const target = document.getElementById('app');
if (target) mount(HelpPage, { target, props: { language, first: words, screen } });
